package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInHomeTest {
    @TempDir
    private Path folder;

    private StandInHome home;

    @BeforeEach
    void makeHome() throws Exception {
        Path seed = Files.createDirectories(folder.resolve("seed"));
        Files.writeString(Files.createDirectory(seed.resolve("tables")).resolve("Цены.xml"), "<RowCollection />");
        home = StandInHome.create(Files.createDirectory(folder.resolve("home")), seed);
    }

    @Test
    void the_base_is_a_copy_of_its_seed() {
        assertThat(home.folder().resolve("bases/" + home.baseId() + "/tables/Цены.xml"))
                .hasContent("<RowCollection />");
    }

    @Test
    void accounts_stand_line_by_line_in_their_base() {
        home.account("мост", "пароль", "token-1");
        home.account("1C", "x", "");
        assertThat(home.folder().resolve("bases/" + home.baseId() + "/accounts.txt"))
                .hasContent("мост\tпароль\ttoken-1\n1C\tx\t\n");
    }

    @Test
    void the_variable_is_a_windows_path() {
        assertThat(home.environment().get("STANDIN_HOME")).startsWith("Z:\\").endsWith("\\home");
    }

    @Test
    void orders_replace_those_before() {
        home.order("*.GetDocuments hang", "StorageConnector.SetDocument@2 hresult 0x800706BA");
        home.order("*.* delay 5");
        assertThat(home.folder().resolve("control.txt")).hasContent("*.* delay 5");
    }

    @Test
    void journals_of_several_processes_are_added_up() throws Exception {
        Files.writeString(
                home.folder().resolve("journal-32.txt"),
                "crossings 5\nnames 3\nlive 1\nhighest 4\ncall StorageConnector.FromXml 2\ncall Product.Id 3\n");
        Files.writeString(
                home.folder().resolve("journal-40.txt"), "crossings 2\nlive 0\ncall StorageConnector.FromXml 2\n");
        assertThat(home.journal())
                .isEqualTo(new StandInHome.Journal(7, 1, Map.of("StorageConnector.FromXml", 4L, "Product.Id", 3L)));
    }
}
