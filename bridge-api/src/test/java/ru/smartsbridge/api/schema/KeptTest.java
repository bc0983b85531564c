package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** How long a schema is kept, and what serves while it is read anew. */
@Timeout(60)
class KeptTest {
    private static final Call CALL = new Call("test-1", Caller.BRIDGE);

    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private Schema schema;
    private volatile boolean broken;

    @BeforeEach
    void readMetadata() throws IOException {
        byte[] metadata = KeptTest.class.getResourceAsStream("/metadata.xml").readAllBytes();
        schema = new Schema(EdmxReader.read(metadata), Names.of(List.of(), List.of()), Map.of());
    }

    private Kept<Schema> kept() {
        return new Kept<>(this::reading, clock::get, (call, cause) -> stale.incrementAndGet());
    }

    private Schema reading(Call call) {
        readings.incrementAndGet();
        if (broken) {
            throw new BridgeException(Category.UNREACHABLE, Text.verbatim("down"));
        }
        return schema;
    }

    private void passes(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void a_schema_is_read_again_after_ten_minutes() {
        Kept<Schema> kept = kept();
        kept.get(CALL);
        passes(Duration.ofSeconds(599));
        kept.get(CALL);
        assertThat(readings).hasValue(1);
        passes(Duration.ofSeconds(2));
        kept.get(CALL);
        assertThat(readings).hasValue(2);
    }

    @Test
    void who_misses_a_name_has_the_schema_read_anew_but_not_time_and_again() {
        Kept<Schema> kept = kept();
        kept.get(CALL);
        kept.anew(CALL);
        assertThat(readings).as("read a moment ago").hasValue(1);
        passes(Duration.ofSeconds(6));
        kept.anew(CALL);
        kept.anew(CALL);
        assertThat(readings).hasValue(2);
        broken = true;
        passes(Duration.ofSeconds(6));
        assertThat(kept.anew(CALL)).isSameAs(schema);
    }

    @Test
    void an_old_schema_serves_on_where_a_new_one_cannot_be_had() {
        Kept<Schema> kept = kept();
        kept.get(CALL);
        broken = true;
        passes(Duration.ofMinutes(11));

        assertThat(kept.get(CALL)).isSameAs(schema);
        assertThat(kept.get(CALL)).isSameAs(schema);
        assertThat(readings).as("not asked again at once").hasValue(2);
        assertThat(stale).as("somebody was told").hasValue(1);
        passes(Duration.ofMinutes(1));
        kept.get(CALL);
        assertThat(readings).hasValue(3);
    }

    @Test
    void a_first_schema_that_cannot_be_had_is_an_error_each_time() {
        Kept<Schema> kept = kept();
        broken = true;
        assertThatThrownBy(() -> kept.get(CALL))
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(Category.UNREACHABLE));
        broken = false;
        assertThat(kept.get(CALL)).isSameAs(schema);
    }

    @Test
    void nobody_waits_while_somebody_else_reads_anew() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger slowReadings = new AtomicInteger();
        Kept<Schema> kept = new Kept<>(
                call -> {
                    if (slowReadings.incrementAndGet() > 1) {
                        begun.countDown();
                        awaited(goOn);
                    }
                    return schema;
                },
                clock::get,
                (call, cause) -> {});
        kept.get(CALL);
        passes(Duration.ofMinutes(11));
        CompletableFuture<Schema> refreshing = CompletableFuture.supplyAsync(() -> kept.get(CALL));
        awaited(begun);

        assertThat(kept.get(CALL)).isSameAs(schema);
        assertThat(slowReadings).hasValue(2);
        goOn.countDown();
        assertThat(refreshing).succeedsWithin(Duration.ofSeconds(20));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
