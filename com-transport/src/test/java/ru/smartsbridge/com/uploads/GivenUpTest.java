package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.fake.FakeSession;
import ru.smartsbridge.com.fake.HangingComponent;
import ru.smartsbridge.com.mapping.Way;

/** Uploads whose component does not come back in time, and whose disk is full. */
class GivenUpTest extends UploadTests {
    private static final UploadPlan.Products PLAN = new UploadPlan.Products(Mode.UPDATE);

    private static List<Product> products(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Product(Properties.builder().put("id", "p" + i).build()))
                .toList();
    }

    private HangingComponent hangingIn(String member) throws IOException {
        FakeSession session = session(Way.XML);
        HangingComponent component = new HangingComponent(base, session, member);
        uploads = Uploads.ofStorage(base(session, component));
        return component;
    }

    private BridgeException endOfThreeBatches() {
        Upload<Product> upload = uploads.begin(PLAN);
        upload.add(products(6_000).iterator(), CALL);
        return failsWith(Category.TIMED_OUT, () -> upload.end(CALL));
    }

    @Test
    void a_run_that_comes_back_after_its_time_does_not_reach_the_end() throws IOException {
        HangingComponent component = hangingIn("UploadProducts");
        BridgeException failure = endOfThreeBatches();
        assertThat(failure).hasMessageContaining("nothing in the base was changed");
        assertThat(component.comeBack())
                .hasValueSatisfying(late -> assertThat(late.category()).isEqualTo(Category.CONFLICT));
        assertThat(base.calls).containsEntry("UploadProducts", 1).doesNotContainKey("EndUploadProducts");
        assertThat(base.products).isEmpty();
        assertThat(base.isNothingBegun()).isTrue();
        uploads.abandon(PLAN);
    }

    @Test
    void an_end_that_takes_too_long_has_an_unknown_outcome_and_its_spool_is_kept() throws IOException {
        HangingComponent component = hangingIn("EndUploadProducts");
        BridgeException failure = endOfThreeBatches();
        assertThat(failure).hasMessageContaining("outcome of the upload of Products is unknown");
        assertThat(spools()).hasSize(1);
        assertThat(component.comeBack()).isEmpty();
        assertThat(base.products).hasSize(6_000);
        uploads.abandon(PLAN);
    }

    @Test
    void a_portion_for_which_the_disk_has_no_room_is_not_taken_and_the_upload_goes_on() throws IOException {
        FakeSession session = session(Way.XML);
        Path file = spoolFolder().resolve("full.spool");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Upload<Product> upload = new OpenUpload<>(
                session,
                Duration.ofHours(1),
                new StorageDestinations(base(session, session)),
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
