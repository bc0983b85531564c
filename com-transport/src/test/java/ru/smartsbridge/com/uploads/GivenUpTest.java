package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.fake.FakeSession;
import ru.smartsbridge.com.mapping.Way;

/** Uploads whose component does not come back in time, and whose disk is full. */
class GivenUpTest extends UploadTests {
    private static final UploadPlan.Products PLAN = new UploadPlan.Products(Mode.UPDATE);

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private static List<Product> products(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Product(Properties.builder().put("id", "p" + i).build()))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A component whose task hangs in a call while its caller is told that its time is over. */
    private final class Hanging implements Component {
        private final FakeSession session;
        private Thread thread;

        Hanging(FakeSession session) {
            this.session = session;
        }

        @Override
        public <R> R call(String what, Duration limit, Function<? super ComSession, ? extends R> task) {
            thread = new Thread(() -> {
                try {
                    session.call(what, limit, task);
                } catch (BridgeException e) {
                    assertThat(e.category()).isEqualTo(Category.CONFLICT);
                }
            });
            thread.start();
            await(hanging);
            throw new BridgeException(Category.TIMED_OUT, Text.verbatim(what + " took too long"));
        }

        @Override
        public <R> R call(String what, Function<? super ComSession, ? extends R> task) {
            return session.call(what, task);
        }
    }

    private Hanging hangingIn(String member) throws IOException {
        base.on(member, () -> {
            hanging.countDown();
            await(released);
        });
        return new Hanging(session(Way.XML));
    }

    private BridgeException endOfThreeBatches(Hanging component) throws IOException {
        uploads = new Uploads(base(component.session, component));
        Upload<Product> upload = uploads.begin(PLAN);
        upload.add(products(6_000).iterator(), CALL);
        return failsWith(Category.TIMED_OUT, () -> upload.end(CALL));
    }

    @Test
    void a_run_that_comes_back_after_its_time_does_not_reach_the_end() throws IOException, InterruptedException {
        Hanging component = hangingIn("UploadProducts");
        BridgeException failure = endOfThreeBatches(component);
        assertThat(failure).hasMessageContaining("nothing in the base was changed");
        released.countDown();
        component.thread.join(20_000);
        assertThat(base.calls).containsEntry("UploadProducts", 1).doesNotContainKey("EndUploadProducts");
        assertThat(base.products).isEmpty();
        assertThat(base.isNothingBegun()).isTrue();
    }

    @Test
    void an_end_that_takes_too_long_has_an_unknown_outcome_and_its_spool_is_kept()
            throws IOException, InterruptedException {
        Hanging component = hangingIn("EndUploadProducts");
        BridgeException failure = endOfThreeBatches(component);
        assertThat(failure).hasMessageContaining("outcome of the upload of Products is unknown");
        assertThat(spools()).hasSize(1);
        released.countDown();
        component.thread.join(20_000);
        assertThat(base.products).hasSize(6_000);
    }

    @Test
    void a_portion_for_which_the_disk_has_no_room_is_not_taken_and_the_upload_goes_on() throws IOException {
        FakeSession session = session(Way.XML);
        Path file = spoolFolder().resolve("full.spool");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Upload<Product> upload = new OpenUpload<>(
                base(session, session),
                new ProductsDestination(PLAN),
                Spool.on(file, new FullDisk(channel, 100_000), SpoolFormat.header(PLAN)),
                ended -> {});
        upload.add(products(10).iterator(), CALL);
        BridgeException failure = failsWith(
                Category.UNREACHABLE, () -> upload.add(products(50_000).iterator(), CALL));
        assertThat(failure).hasMessageContaining("No space left on device");
        upload.end(CALL);
        assertThat(base.products).hasSize(10);
    }
}
