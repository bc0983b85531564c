package ru.smartsbridge.server.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.uploads.OpenUploads;
import ru.smartsbridge.server.uploads.UploadKind;

/** Which of its ways a base goes, with transports that answer or not as the test says. */
@Timeout(30)
class SelectionTest {
    private static final Text CONFIGURED = Text.verbatim("configured");
    private static final Duration SOON = Duration.ofMillis(10);

    @TempDir
    Path folder;

    private final AtomicBoolean restAnswers = new AtomicBoolean(true);
    private final AtomicBoolean comAnswers = new AtomicBoolean(true);

    private Way.Here way(String kind, AtomicBoolean answers) {
        Transport transport = mock(Transport.class);
        when(transport.baseInfo(any())).thenAnswer(call -> {
            if (!answers.get()) {
                throw new BridgeException(Category.UNREACHABLE, Text.verbatim(kind + " is closed"));
            }
            return new BaseInfo(Properties.EMPTY);
        });
        OpenUploads uploads =
                new OpenUploads(transport, folder, Duration.ofHours(1), Duration.ofSeconds(1), Clock.systemUTC());
        return new Way.Here(new Base("main", kind, transport, ZoneOffset.UTC, uploads, false, Optional.empty()));
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void auto_takes_the_first_that_answers_and_says_so() {
        Way.Here rest = way("rest", restAnswers);
        try (FirstThatAnswers selection =
                new FirstThatAnswers("main", List.of(() -> rest, () -> way("com", comAnswers)), SOON)) {
            until(() -> selection.now().isPresent());
            assertThat(selection.choose()).isEqualTo(rest);
            assertThat(selection.reason()).hasToString("auto: rest answers");
            assertThat(selection.ways()).containsExactly(rest);
        }
    }

    @Test
    void auto_takes_the_next_where_the_first_does_not_answer_stays_with_it_and_closes_the_first() {
        restAnswers.set(false);
        Way.Here rest = way("rest", restAnswers);
        Way.Here com = way("com", comAnswers);
        try (FirstThatAnswers selection = new FirstThatAnswers("main", List.of(() -> rest, () -> com), SOON)) {
            until(() -> selection.now().isPresent());
            assertThat(selection.choose()).isEqualTo(com);
            assertThat(selection.reason()).hasToString("auto: com answers. Before: rest does not: rest is closed");
            verify(rest.base().transport(), timeout(10_000)).close(); // after the choice is there
            restAnswers.set(true);
            assertThat(selection.choose()).isEqualTo(com);
            assertThat(selection.instead(com, false)).isEmpty();
        }
    }

    @Test
    void auto_asks_again_while_nobody_answers_and_tells_clients_both_reasons() {
        restAnswers.set(false);
        comAnswers.set(false);
        Way.Here com = way("com", comAnswers);
        try (FirstThatAnswers selection =
                new FirstThatAnswers("main", List.of(() -> way("rest", restAnswers), () -> com), SOON)) {
            until(() -> selection.reason().toString().contains("no way answers"));
            assertThatThrownBy(selection::choose)
                    .isInstanceOf(BridgeException.class)
                    .hasMessageContaining("rest is closed")
                    .hasMessageContaining("com is closed")
                    .hasMessageContaining("Nothing of the request happened");
            comAnswers.set(true);
            until(() -> selection.now().isPresent());
            assertThat(selection.choose()).isEqualTo(com);
        }
    }

    private WhileUnreachable fallback(Way rest, Way com, AtomicBoolean uploading, Duration returning) {
        return new WhileUnreachable("main", rest, com, uploading::get, false, returning, SOON, CONFIGURED);
    }

    @Test
    void
            fallback_goes_over_with_the_request_that_nothing_of_reached_rest_and_back_when_rest_has_answered_for_a_while() {
        Way.Here rest = way("rest", restAnswers);
        Way.Here com = way("com", comAnswers);
        restAnswers.set(false);
        try (WhileUnreachable selection = fallback(rest, com, new AtomicBoolean(), Duration.ofMillis(200))) {
            assertThat(selection.choose()).isEqualTo(rest);
            assertThat(selection.instead(rest, false)).contains(com);
            assertThat(selection.choose()).isEqualTo(com);
            assertThat(selection.reason()).hasToString("fallback: com serves, since rest cannot be reached");
            assertThat(selection.instead(com, false)).as("nowhere else").isEmpty();
            long back = System.nanoTime();
            restAnswers.set(true);
            until(() -> selection.choose().equals(rest));
            assertThat(Duration.ofNanos(System.nanoTime() - back)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
            assertThat(selection.switches()).isEqualTo(2);
        }
    }

    @Test
    void fallback_does_not_leave_rest_in_the_middle_of_an_upload() {
        Way.Here rest = way("rest", restAnswers);
        Way.Here com = way("com", comAnswers);
        AtomicBoolean uploading = new AtomicBoolean(true);
        try (WhileUnreachable selection = fallback(rest, com, uploading, SOON)) {
            assertThat(selection.instead(rest, false)).isEmpty();
            uploading.set(false);
            assertThat(selection.instead(rest, true)).as("a portion, an End").isEmpty();
            assertThat(selection.choose()).isEqualTo(rest);
            assertThat(selection.switches()).isZero();
        }
    }

    @Test
    void fallback_does_not_leave_com_in_the_middle_of_an_upload() throws Exception {
        Way.Here rest = way("rest", restAnswers);
        Way.Here com = way("com", comAnswers);
        when(com.base().transport().begin(any(), any())).thenReturn(mock());
        try (WhileUnreachable selection = fallback(rest, com, new AtomicBoolean(), SOON)) {
            restAnswers.set(false);
            selection.instead(rest, false);
            var call = new Call("t", Caller.BRIDGE);
            UploadPlan.Products plan = new UploadPlan.Products(UploadPlan.Mode.UPDATE);
            com.base().uploads().begin(plan, call);
            restAnswers.set(true);
            long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
            until(() -> System.nanoTime() > until);
            assertThat(selection.choose()).isEqualTo(com);
            com.base().uploads().reset(plan.target(), UploadKind.UPDATE, call);
            until(() -> selection.choose().equals(rest));
        }
    }
}
