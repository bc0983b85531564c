package ru.smartsbridge.server.bases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways that are open at the same time never share a folder, and what closed ones leave is removed. */
class StateFoldersTest {
    @TempDir
    Path state;

    private StateFolders beside() throws IOException {
        return StateFolders.of(state, "main", true);
    }

    private StateFolders atStart() throws IOException {
        return StateFolders.of(state, "main", false);
    }

    private static void note(Path folder, String open) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("uploads.json"), "{\"open\": [" + open + "]}");
    }

    @Test
    void a_base_begins_with_a_folder_of_its_name() throws Exception {
        assertThat(atStart().here()).isEqualTo(state.resolve("bases/main"));
        assertThat(atStart().worker()).isEqualTo(state.resolve("workers"));
    }

    @Test
    void those_beside_others_are_of_the_next_number_also_where_nothing_was_written_yet() throws Exception {
        assertThat(beside().here()).isEqualTo(state.resolve("bases/main.2"));
        assertThat(beside().here()).isEqualTo(state.resolve("bases/main.3"));
        assertThat(beside().worker()).isEqualTo(state.resolve("workers.4"));
    }

    @Test
    void a_start_goes_on_with_the_last_ones_wherever_the_base_was_served() throws Exception {
        beside();
        Files.createDirectories(state.resolve("workers.5/bases/main"));
        Files.createDirectories(state.resolve("workers.7/bases/other"));
        assertThat(atStart().here()).isEqualTo(state.resolve("bases/main.5"));
        assertThat(StateFolders.of(state, "other", false).worker()).isEqualTo(state.resolve("workers.7"));
    }

    @Test
    void a_name_that_another_begins_with_is_another() throws Exception {
        Files.createDirectories(state.resolve("bases/main.test.9"));
        Files.createDirectories(state.resolve("bases/main.copy"));
        assertThat(atStart().here()).isEqualTo(state.resolve("bases/main"));
    }

    @Test
    void what_closed_ways_leave_is_removed_and_the_others_stay() throws Exception {
        StateFolders former = atStart();
        note(former.here(), "");
        note(former.ofWorker(), "");
        Files.createDirectories(former.ofWorker().resolve("spool"));
        Path others = Files.createDirectories(state.resolve("workers/bases/other"));
        StateFolders later = beside();
        former.remove();
        assertThat(former.here()).doesNotExist();
        assertThat(former.ofWorker()).doesNotExist();
        assertThat(others).exists();
        assertThat(atStart()).isEqualTo(later);
    }

    @Test
    void a_folder_in_which_an_upload_is_noted_stays_and_so_does_one_whose_note_cannot_be_read() throws Exception {
        StateFolders former = atStart();
        note(former.here(), "{\"kind\": \"PRODUCTS_UPDATE\"}");
        Files.writeString(Files.createDirectories(former.ofWorker()).resolve("uploads.json"), "{");
        former.remove();
        assertThat(former.here()).exists();
        assertThat(former.ofWorker()).exists();
    }
}
