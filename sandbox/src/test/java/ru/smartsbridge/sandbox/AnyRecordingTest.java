package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

class AnyRecordingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_recording_comes_back_property_for_property(long seed) throws IOException {
        roundTrip(seed);
    }

    @Test
    void so_does_one_of_a_seed_that_nobody_chose() throws IOException {
        long seed = System.nanoTime();
        System.out.println("AnyRecordingTest: seed " + seed);
        roundTrip(seed);
    }

    private void roundTrip(long seed) throws IOException {
        Path data = folder.resolve("recorded-" + seed);
        Files.createDirectories(data);
        byte[] metadata;
        try (InputStream recorded = AnyRecordingTest.class.getResourceAsStream("recorded/metadata.xml")) {
            metadata = recorded.readAllBytes();
        }
        Files.write(data.resolve("metadata.xml"), metadata);
        Edmx edmx = EdmxReader.read(metadata);
        Map<String, List<Properties>> recorded = record(data, edmx, new RandomRecording(seed, edmx));
        try (Transport base = Sandboxes.recording(data, folder.resolve("state"))) {
            recorded.forEach((name, entities) -> {
                SetInfo set = edmx.sets().get(name);
                assertThat(read(base, set, edmx.typeOf(set), entities))
                        .as("%s of seed %d", name, seed)
                        .isEqualTo(entities.stream().map(AnyRecordingTest::text).toList());
            });
        }
    }

    /** Every set of the metadata but those that one file would say twice. */
    private static Map<String, List<Properties>> record(Path data, Edmx edmx, RandomRecording random)
            throws IOException {
        Map<String, List<Properties>> recorded = new LinkedHashMap<>();
        Map<String, List<Properties>> documents = new LinkedHashMap<>();
        for (SetInfo set : edmx.sets().values()) {
            StructuredType type = edmx.typeOf(set);
            boolean declares = List.of("Docs", "DocTypes", "TablesInfo").contains(set.name());
            if (declares) {
                continue; // what these say must hold together, which chance does not see to
            }
            boolean one = set.singleton() || set.name().equals("ProductSchema");
            List<Properties> entities = random.entities(type, one ? 1 : 5);
            if (set.name().startsWith("Docs/")) {
                entities = named(set.name(), entities);
                documents.put(set.name().substring("Docs/".length()), entities);
            } else if (one) {
                RandomRecording.write(data.resolve(set.name() + ".json"), entities.get(0));
            } else {
                RandomRecording.write(data.resolve(set.name() + ".json"), entities);
            }
            recorded.put(set.name(), entities);
        }
        Properties.Builder all = Properties.builder();
        documents.forEach(all::put);
        RandomRecording.write(data.resolve("documents.json"), all.build());
        return recorded;
    }

    private static List<Properties> named(String set, List<Properties> documents) {
        List<Properties> named = new ArrayList<>();
        for (Properties document : documents) {
            String id = set + document.text("id");
            named.add(document.with("id", ru.smartsbridge.api.value.Value.text(id)));
        }
        return named;
    }

    /** As the base gives them, each with the navigations expanded that it was recorded with. */
    private static List<String> read(Transport base, SetInfo set, StructuredType type, List<Properties> recorded) {
        List<String> read = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            String[] navigations = recorded.get(i).names().stream()
                    .filter(type.navigations()::containsKey)
                    .toArray(String[]::new);
            Query query = Query.ALL.withExpand(navigations).withSkip(i).withTop(1);
            List<Properties> one = all(base, EntitySet.named(set.name()), query);
            assertThat(one).hasSize(1);
            read.add(text(one.get(0)));
        }
        return read;
    }

    private static String text(Properties entity) {
        return new String(Json.bytes(entity), java.nio.charset.StandardCharsets.UTF_8);
    }
}
