package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class LabTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_without_a_lab_says_how_to_have_one_in_one_line() {
        assertThat(Lab.in(folder))
                .isInstanceOfSatisfying(
                        Lab.Found.Missing.class,
                        missing -> assertThat(missing.reason())
                                .contains(folder.toString(), "com-transport/lab/setup.sh")
                                .doesNotContain("\n"));
    }

    @Test
    void a_lab_of_which_a_part_is_gone_says_which() throws Exception {
        Files.writeString(
                folder.resolve("lab.properties"), "java.home=" + folder + "\nwine.prefix=" + folder + "/gone\n");
        assertThat(Lab.in(folder))
                .isInstanceOfSatisfying(
                        Lab.Found.Missing.class,
                        missing -> assertThat(missing.reason()).contains("wine.prefix", "com-transport/lab/setup.sh"));
    }

    @Test
    void a_whole_lab_is_found() throws Exception {
        String all = "java.home=%1$s\nwine.prefix=%1$s\njacob.dll=%1$s\nstandin.home=%1$s\nstandin.home.odd=%1$s\n";
        Files.writeString(folder.resolve("lab.properties"), all.formatted(folder));
        assertThat(Lab.in(folder)).isEqualTo(new Lab.Found.Whole(new Lab(folder, folder, folder, folder, folder)));
    }

    @Test
    void a_missing_lab_fails_where_it_is_required_and_aborts_otherwise() {
        assertThatThrownBy(() -> LabUse.of("required").decide(() -> Lab.in(folder)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("com-transport/lab/setup.sh");
        for (String use : new String[] {null, "auto"}) {
            assertThatThrownBy(() -> LabUse.of(use).decide(() -> Lab.in(folder)))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("com-transport/lab/setup.sh");
        }
    }

    @Test
    void with_off_nobody_looks_for_a_lab() {
        assertThatThrownBy(() -> LabUse.of("off").decide(() -> {
                    throw new AssertionError("looked");
                }))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("-Dlab=off");
    }

    @Test
    void another_word_is_refused() {
        assertThatThrownBy(() -> LabUse.of("maybe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("required, auto and off");
    }
}
