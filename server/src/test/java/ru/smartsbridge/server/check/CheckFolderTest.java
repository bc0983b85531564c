package ru.smartsbridge.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFolderTest {
    @TempDir
    Path temporary;

    @Test
    void a_folder_is_gone_with_all_that_is_in_it_when_the_check_is_over() throws Exception {
        Path path;
        try (CheckFolder folder = CheckFolder.in(temporary)) {
            path = folder.path();
            Files.writeString(Files.createDirectory(path.resolve("inner")).resolve("file"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void what_an_earlier_check_had_to_leave_is_removed_when_it_is_nobodys_any_more() throws Exception {
        CheckFolder left = CheckFolder.in(temporary);
        Files.writeString(left.path().resolve("library.dll"), "x");
        Files.setLastModifiedTime(left.path(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        CheckFolder running = CheckFolder.in(temporary);

        assertThat(left.path()).doesNotExist();
        try (CheckFolder another = CheckFolder.in(temporary)) {
            assertThat(running.path()).exists().isNotEqualTo(another.path());
        }
    }
}
