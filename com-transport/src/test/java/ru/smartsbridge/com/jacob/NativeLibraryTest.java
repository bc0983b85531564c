package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class NativeLibraryTest {
    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void both_libraries_are_shipped_with_the_bytes_that_they_must_have(Build build) throws IOException {
        Path file = build.unpacked(folder.resolve("new"));
        assertThat(file).isAbsolute().isRegularFile();
        assertThat(Files.readAllBytes(file)).startsWith('M', 'Z');
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_file_that_was_changed_is_unpacked_anew_and_one_that_was_not_is_left() throws IOException {
        Path file = Build.X64.unpacked(folder.resolve("new"));
        byte[] right = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(Build.X64.unpacked(folder.resolve("new"))).isEqualTo(file).hasBinaryContent(right);
        Object key = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        Build.X64.unpacked(folder.resolve("new"));
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");
        BridgeException failure =
                catchThrowableOfType(BridgeException.class, () -> Build.X86.unpacked(occupied.resolve("below")));
        assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(failure.text().key()).isEqualTo("jacob.unpack");
    }

    @Test
    void the_build_goes_by_the_bitness_of_the_jvm() {
        assertThat(Build.of("amd64")).contains(Build.X64);
        assertThat(Build.of("x86")).contains(Build.X86);
        assertThat(Build.of("aarch64")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void where_there_is_no_windows_it_is_said_each_time() {
        for (int i = 0; i < 2; i++) {
            BridgeException failure =
                    catchThrowableOfType(BridgeException.class, () -> NativeLibrary.load(folder, Optional.empty()));
            assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
            assertThat(failure.text().key()).isEqualTo("jacob.windows");
        }
    }
}
