package ru.smartsbridge.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;

/** What cannot be had from a sandbox: a backend that is slow to begin, that leaves an End unknown, a full disk. */
@Timeout(60)
class OpenUploadsTest {
    private static final UploadPlan<?> PRICES = new UploadPlan.TableRows("Ceny", UploadPlan.Mode.UPDATE);
    private static final UploadPlan<?> PRODUCTS = new UploadPlan.Products(UploadPlan.Mode.OVERWRITE);
    private static final Call CALL = new Call("1", new Caller("", "10.0.0.5", Optional.empty()));

    @TempDir
    private Path folder;

    private final Transport backend = mock(Transport.class);

    private OpenUploads uploads() {
        return new OpenUploads(backend, folder, Duration.ofHours(2), Duration.ofSeconds(10), Clock.systemUTC());
    }

    /** Mockito cannot know which upload a plan gives. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void begins(UploadPlan<?> plan, Upload<?> upload) {
        when(backend.begin((UploadPlan) plan, CALL)).thenReturn(upload);
    }

    private String noted() throws IOException {
        return Files.readString(folder.resolve("uploads.json"));
    }

    @Test
    void an_upload_that_begins_while_another_is_beginning_is_noted_beside_it() throws Exception {
        CountDownLatch beginning = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        when(backend.begin(PRICES, CALL)).thenAnswer(call -> {
            beginning.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            return mock(Upload.class);
        });
        begins(PRODUCTS, mock(Upload.class));
        OpenUploads uploads = uploads();
        ExecutorService client = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = client.submit(() -> uploads.begin(PRICES, CALL));
            assertThat(beginning.await(20, TimeUnit.SECONDS)).isTrue();
            uploads.begin(PRODUCTS, CALL);
            assertThat(noted()).contains("Ceny").contains("OVERWRITE");
            goOn.countDown();
            slow.get(20, TimeUnit.SECONDS);
        } finally {
            goOn.countDown();
            client.shutdownNow();
        }
        assertThat(noted()).contains("Ceny").contains("OVERWRITE");
        uploads.end(PRODUCTS.target(), UploadKind.OVERWRITE, CALL);
        assertThat(noted()).contains("Ceny").doesNotContain("OVERWRITE");

        OpenUploads afterCrash = uploads();
        assertThatThrownBy(() -> afterCrash.end(PRICES.target(), UploadKind.UPDATE, CALL))
                .hasMessageContaining("restarted");
        afterCrash.dropLeftovers(CALL);
        verify(backend).abandon(PRICES, CALL);
        assertThat(noted()).doesNotContain("Ceny");
    }

    @Test
    void what_the_last_run_left_stays_noted_until_the_backend_has_dropped_it() throws IOException {
        begins(PRICES, mock(Upload.class));
        uploads().begin(PRICES, CALL);
        BridgeException down = new BridgeException(Category.UNREACHABLE, Text.verbatim("down"));
        doThrow(down).when(backend).abandon(any(), any());
        uploads().dropLeftovers(CALL);
        assertThat(noted()).contains("Ceny");
    }

    @Test
    void a_reset_after_an_end_of_unknown_outcome_reaches_the_backend() {
        Upload<?> upload = mock(Upload.class);
        begins(PRICES, upload);
        doThrow(new BridgeException(Category.TIMED_OUT, Text.verbatim("late")))
                .when(upload)
                .end(CALL);
        OpenUploads uploads = uploads();
        uploads.begin(PRICES, CALL);
        assertThatThrownBy(() -> uploads.end(PRICES.target(), UploadKind.UPDATE, CALL))
                .hasMessage("late");
        uploads.reset(PRICES.target(), UploadKind.UPDATE, CALL);
        verify(backend).abandon(PRICES, CALL);
    }

    @Test
    void nothing_begins_that_cannot_be_noted() throws IOException {
        Files.createDirectory(folder.resolve("uploads.json.new"));
        OpenUploads uploads = uploads();
        assertThatThrownBy(() -> uploads.begin(PRICES, CALL))
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INTERNAL))
                .hasMessageContaining("state folder");
        verify(backend, never()).begin(any(), any());
        assertThatThrownBy(() -> uploads.end(new UploadTarget.Table("Ceny"), UploadKind.UPDATE, CALL))
                .hasMessageContaining("No upload");
    }
}
