package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;

/** A base by COM where there is no COM. */
class ComProviderTest {
    private static final Call CALL = new Call("test", Caller.BRIDGE);

    @TempDir
    private Path state;

    private Transport open() {
        return new ComProvider()
                .open(new BaseSettings("main", ZoneOffset.UTC, state, Map.of("connection", "srv:10501/b1")));
    }

    private static Set<String> apartments() {
        Set<String> names = new HashSet<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("com-main-"))
                .forEach(names::add);
        return names;
    }

    @Test
    void the_transport_is_found_under_its_name() {
        assertThat(ServiceLoader.load(TransportProvider.class))
                .extracting(TransportProvider::kind)
                .contains("com");
        assertThat(new ComProvider().settings()).isEqualTo(ComSettings.keys());
    }

    @Test
    void opening_reaches_out_to_nothing() throws IOException {
        try (Transport transport = open()) {
            assertThat(transport.description()).isEqualTo("com srv:10501/b1");
            assertThat(transport.capabilities()).isSameAs(ComCapabilities.STORAGE_CONNECTOR);
            assertThat(transport.trouble()).isEmpty();
            assertThat(apartments()).isEmpty();
        }
        try (Stream<Path> made = Files.list(state)) {
            assertThat(made.map(path -> path.getFileName().toString())).containsExactly("spool");
        }
    }

    @Test
    void settings_that_cannot_be_used_are_told_at_opening() {
        BridgeException failure = catchThrowableOfType(
                BridgeException.class,
                () -> new ComProvider().open(new BaseSettings("main", ZoneOffset.UTC, state, Map.of())));
        assertThat(failure.target()).contains("connection");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_call_where_there_is_no_windows_says_what_to_do_in_both_languages() {
        try (Transport transport = open()) {
            BridgeException failure = catchThrowableOfType(
                    BridgeException.class, () -> transport.list(EntitySet.PRODUCTS, Query.ALL, CALL));
            assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
            String system = System.getProperty("os.name");
            assertThat(failure.text().in(Locale.ENGLISH)).contains("Windows only", system, "REST");
            assertThat(failure.text().in(Locale.forLanguageTag("ru"))).contains("только в Windows", system, "REST");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void every_call_says_so() {
        try (Transport transport = open()) {
            for (Runnable call : new Runnable[] {
                () -> transport.schema(CALL),
                () -> transport.baseInfo(CALL),
                () -> transport.remarks(CALL),
                () -> transport.find(EntitySet.DOCS, "1", Query.ALL, CALL),
                () -> transport.delete(EntitySet.DOCS, "1", CALL)
            }) {
                assertThat(catchThrowableOfType(BridgeException.class, call::run)
                                .category())
                        .isEqualTo(Category.UNREACHABLE);
            }
            assertThat(transport.trouble()).as("no thread is lost").isEmpty();
        }
        assertThat(apartments()).as("threads after the close").isEmpty();
    }

    @Test
    void after_its_close_a_base_takes_no_call() {
        Transport transport = open();
        transport.close();
        BridgeException failure = catchThrowableOfType(BridgeException.class, () -> transport.baseInfo(CALL));
        assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
        transport.close();
    }
}
