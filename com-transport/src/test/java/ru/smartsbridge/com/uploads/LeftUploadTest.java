package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Way;

/** What becomes of uploads when the process that has them ends. */
class LeftUploadTest extends UploadTests {
    private static final UploadPlan.Products UPDATE = new UploadPlan.Products(UploadPlan.Mode.UPDATE);

    private static Product product(String id) {
        return new Product(
                Properties.builder().put("id", id).put("name", "Товар " + id).build());
    }

    private Upload<Product> added(UploadPlan.Products plan, String... ids) {
        Upload<Product> upload = uploads.begin(plan);
        upload.add(List.of(ids).stream().map(LeftUploadTest::product).iterator(), CALL);
        return upload;
    }

    /** Its End fails where nobody knows what the base got of it. */
    private void endOfUnknownOutcome(String... ids) {
        base.fail("EndUploadProducts", 1);
        Upload<Product> upload = added(UPDATE, ids);
        failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
    }

    private void nextProcess() throws IOException {
        uploads.close();
        uploads = uploads(session(Way.XML));
    }

    @Test
    void an_upload_that_had_not_reached_its_end_is_gone() throws IOException {
        added(UPDATE, "p1");
        nextProcess();
        assertThat(uploads.resume(UPDATE)).isEmpty();
        assertThat(spools()).isEmpty();
    }

    @Test
    void an_upload_of_unknown_outcome_waits_for_the_next_process_and_its_end_sends_everything_again()
            throws IOException {
        endOfUnknownOutcome("p1", "p2");
        nextProcess();
        base.products.clear();
        Upload<Product> resumed = uploads.resume(UPDATE).orElseThrow();
        assertThat(base.products).as("nothing is sent by itself").isEmpty();
        resumed.end(CALL);
        assertThat(base.products).hasSize(2);
        assertThat(spools()).isEmpty();
        assertThat(uploads.resume(UPDATE)).isEmpty();
    }

    @Test
    void it_can_be_reset_instead() throws IOException {
        endOfUnknownOutcome("p1");
        nextProcess();
        uploads.resume(UPDATE).orElseThrow().reset(CALL);
        assertThat(spools()).isEmpty();
    }

    @Test
    void it_is_not_taken_for_an_upload_of_another_plan() throws IOException {
        endOfUnknownOutcome("p1");
        nextProcess();
        assertThat(uploads.resume(new UploadPlan.Products(UploadPlan.Mode.OVERWRITE)))
                .isEmpty();
        uploads.resume(UPDATE).orElseThrow().reset(CALL);
    }

    @Test
    void a_new_begin_on_its_target_takes_its_place() throws IOException {
        endOfUnknownOutcome("p1");
        nextProcess();
        added(UPDATE, "p2").end(CALL);
        assertThat(spools()).isEmpty();
        assertThat(uploads.resume(UPDATE)).isEmpty();
    }

    @Test
    void an_end_that_failed_on_its_way_waits_for_the_next_process_too() throws IOException {
        base.fail("UploadProducts", 1);
        Upload<Product> upload = added(UPDATE, "p1");
        failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        nextProcess();
        uploads.resume(UPDATE).orElseThrow().end(CALL);
        assertThat(base.products).hasSize(1);
        assertThat(spools()).isEmpty();
    }

    @Test
    void records_that_were_not_written_whole_are_none() throws IOException {
        endOfUnknownOutcome("p1", "p2");
        uploads.close();
        Path spool = spools().get(0);
        byte[] bytes = Files.readAllBytes(spool);
        Files.write(spool, Arrays.copyOf(bytes, bytes.length - 3));
        uploads = uploads(session(Way.XML));
        base.products.clear();
        uploads.resume(UPDATE).orElseThrow().end(CALL);
        assertThat(base.products).hasSize(1);
    }
}
