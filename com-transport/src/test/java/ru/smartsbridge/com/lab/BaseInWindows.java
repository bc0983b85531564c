package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComThread;
import com.jacob.com.Dispatch;
import com.jacob.com.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the lab promises to whatever runs in it: JACOB loads, the component is registered, and the base {@code BASE_ID}
 * holds all that is in the files of {@code SEED}. Runs inside the Windows JVM.
 */
final class BaseInWindows {
    private static final Path SEED = Path.of(System.getenv("SEED"));
    private static final Pattern ID = Pattern.compile(" id=\"([^\"&]+)\"");

    private Dispatch connector;

    @BeforeEach
    void select() {
        ComThread.InitSTA();
        connector = new ActiveXComponent("Cleverence.Warehouse.StorageConnector");
        call(connector, "SelectCurrentApp", System.getenv("BASE_ID"));
    }

    @AfterEach
    void release() {
        ComThread.Release();
    }

    private static Variant call(Dispatch object, String member, Object... arguments) {
        return Dispatch.callN(object, member, arguments);
    }

    private Dispatch object(String member, Object... arguments) {
        return call(connector, member, arguments).toDispatch();
    }

    private static Dispatch part(Dispatch object, String property) {
        return Dispatch.get(object, property).toDispatch();
    }

    /** A collection's Count is another name of a method, so it is asked for as either. */
    private static int count(Dispatch collection) {
        return Dispatch.invoke(collection, "Count", Dispatch.Method | Dispatch.Get, new Object[0], new int[1])
                .getInt();
    }

    private static String text(String file) {
        try {
            return Files.readString(SEED.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What the first of these elements in that file says of the number of its children. */
    private static int counted(String file, String element) {
        Matcher matcher =
                Pattern.compile("<" + element + " [^>]*count=\"(\\d+)\"").matcher(text(file));
        assertThat(matcher.find()).as("%s in %s", element, file).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** The names of the files in that folder, without their ends. */
    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SEED.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ".xml".length()))
                    .toList();
        }
    }

    @Test
    void the_configuration_is_whole() {
        Dispatch environment = object("GetEnvironment");
        assertThat(count(part(environment, "DocumentTypes"))).isEqualTo(counted("environment.xml", "DocumentTypes"));
        int tables = Pattern.compile("<Tables count=\"(\\d+)\"")
                .matcher(text("environment.xml"))
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .reduce((one, last) -> last)
                .orElseThrow();
        assertThat(count(part(environment, "Tables"))).isEqualTo(tables);
        assertThat(count(part(environment, "Warehouses"))).isEqualTo(counted("warehouses.xml", "WarehouseCollection"));
    }

    @Test
    void people_are_whole() {
        assertThat(count(object("GetUsers"))).isEqualTo(counted("users.xml", "UserCollection"));
        assertThat(count(object("GetUserGroups"))).isEqualTo(counted("user-groups.xml", "UserGroupCollection"));
    }

    @Test
    void products_are_whole() {
        assertThat(call(connector, "GetProductsCount").getInt())
                .isEqualTo(counted("products.xml", "ProductCollection"));
    }

    @Test
    void tables_are_whole() throws IOException {
        for (String table : names("tables")) {
            assertThat(count(object("GetTableAccessor", table)))
                    .as(table)
                    .isEqualTo(counted("tables/" + table + ".xml", "RowCollection"));
        }
    }

    @Test
    void cells_are_whole() throws IOException {
        for (String warehouse : names("cells")) {
            assertThat(count(object("GetCellsAccesor", warehouse)))
                    .as(warehouse)
                    .isEqualTo(counted("cells/" + warehouse + ".xml", "CellCollection"));
        }
    }

    @Test
    void documents_are_whole_each_under_its_id() {
        Variant all = new Variant();
        assertThat(count(object("GetDocuments", all, false))).isEqualTo(counted("documents.xml", "DocumentCollection"));
        Matcher documents = Pattern.compile("<Document [^>]+>").matcher(text("documents.xml"));
        int lines = 0;
        while (documents.find()) {
            Matcher id = ID.matcher(documents.group());
            assertThat(id.find()).isTrue();
            Dispatch document = object("GetDocument", id.group(1));
            lines += count(part(document, "DeclaredItems")) + count(part(document, "CurrentItems"));
        }
        assertThat(lines).isEqualTo((int) Pattern.compile("<DocumentItem ")
                .matcher(text("documents.xml"))
                .results()
                .count());
    }
}
