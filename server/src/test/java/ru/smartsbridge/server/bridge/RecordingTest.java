package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What was loaded is given back unchanged through two bridges in a row, property for property, number for number. */
class RecordingTest {
    private static final Path RECORDED = Path.of("src/test/resources/recorded");
    private static final String LINES = "declaredItems";

    @TempDir
    private Path folder;

    private final List<Bridge> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(Bridge::close);
    }

    @Test
    void the_recording_of_a_real_server() throws Exception {
        Properties documents = (Properties) read(RECORDED.resolve("documents.json"));
        for (Client api : chain(RECORDED)) {
            assertThat(api.get("/DocTypes").value())
                    .isEqualTo(((Properties) read(RECORDED.resolve("doctypes.json"))).objects("value"));
            for (String uni : documents.names()) {
                assertThat(api.get("/Docs/" + uni).value()).isEqualTo(documents.objects(uni));
            }
            assertThat(api.get("/Docs").value()).hasSize(4);
            assertThat(api.get("/$metadata").body()).isEqualTo(Files.readAllBytes(RECORDED.resolve("metadata.xml")));
        }
    }

    @Test
    void a_field_that_was_recorded_can_be_sent_back_and_another_one_is_refused_with_the_nearest() throws Exception {
        Properties documents = (Properties) read(RECORDED.resolve("documents.json"));
        Properties document = documents.objects("NanesenieKM").get(0);
        for (Client api : chain(RECORDED)) {
            String path = "/Docs/NanesenieKM('" + document.text("id") + "')";
            String same = new String(Json.bytes(document), StandardCharsets.UTF_8);
            assertThat(api.send("PATCH", path, same).status()).isEqualTo(204);
            Client.Answer refused = api.send("PATCH", path, "{\"vidProcesa\":1.0}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("'vidProcesa'").contains("'vidProcessa'");
        }
    }

    @Test
    void any_other_recording() throws Exception {
        long seed = System.nanoTime();
        System.out.println("recording of seed " + seed);
        Random random = new Random(seed);
        Path recording = Files.createDirectories(folder.resolve("recording"));
        Files.copy(RECORDED.resolve("metadata.xml"), recording.resolve("metadata.xml"));
        Files.copy(RECORDED.resolve("doctypes.json"), recording.resolve("doctypes.json"));
        Map<String, List<Properties>> sets = new LinkedHashMap<>();
        for (String set : List.of("Products", "Users", "Tables/Ceny", "Cells", "Messages")) {
            String key = set.startsWith("Tables") ? "uid" : "id";
            List<Properties> entities = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                entities.add(OddEntities.entity(random, key, set + " №" + i));
            }
            sets.put(set, entities);
            write(recording.resolve(set + ".json"), Map.of("value", Value.items(entities)));
        }
        List<Properties> receipts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<Properties> lines = new ArrayList<>();
            for (int line = 0; line < 3; line++) {
                lines.add(OddEntities.entity(random, "uid", i + "/" + line));
            }
            receipts.add(OddEntities.entity(random, "id", "приход '" + i + "/" + i)
                    .with("documentTypeName", Value.text("ПриходНаСклад"))
                    .with(LINES, Value.items(lines)));
        }
        write(recording.resolve("documents.json"), Map.of("PrihodNaSklad", Value.items(receipts)));
        for (Client api : chain(recording)) {
            sets.forEach(
                    (set, entities) -> assertThat(api.get("/" + set).value()).isEqualTo(entities));
            assertThat(api.get("/Docs/PrihodNaSklad?$expand=" + LINES).value()).isEqualTo(receipts);
            assertThat(api.get("/Docs/PrihodNaSklad").value())
                    .isEqualTo(receipts.stream()
                            .map(document -> document.without(LINES))
                            .toList());
            assertThat(api.get("/Docs('%D0%BF%D1%80%D0%B8%D1%85%D0%BE%D0%B4%20''3%2F3')/" + LINES)
                            .value())
                    .isEqualTo(receipts.get(3).objects(LINES));
        }
    }

    /** The recording at the sandbox itself, and through one and two bridges of each kind. */
    private List<Client> chain(Path recording) throws Exception {
        String path = recording.toAbsolutePath().toString().replace('\\', '/');
        Bridge sandbox = own(Bridge.start(
                folder.resolve("sandbox"),
                "bases: { main: { transport: sandbox, sandbox: { data: \"" + path + "\" } } }\n"));
        List<Client> clients = new ArrayList<>();
        clients.add(new Client(sandbox.api()));
        for (String forward : List.of("typed", "verbatim")) {
            Bridge first = own(Bridge.inFrontOf(sandbox, folder.resolve(forward + 1), forward));
            Bridge second = own(Bridge.inFrontOf(first, folder.resolve(forward + 2), forward));
            clients.add(new Client(second.api()));
        }
        return clients;
    }

    private Bridge own(Bridge bridge) {
        open.add(bridge);
        return bridge;
    }

    private static Value read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Json.parse(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Map<String, Value> content) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] json = Json.bytes(Properties.of(content));
        byte[] marked = new byte[json.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(json, 0, marked, 3, json.length);
        Files.write(file, marked);
    }
}
