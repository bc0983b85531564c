package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class OddDocumentsTest {
    private static final EntitySet<Document> MARKING = EntitySet.docs("NanesenieKM");
    private static final EntitySet<?> LINES = EntitySet.named("DocumentItem");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void copyTheMetadata() throws IOException {
        data = Files.createDirectory(folder.resolve("recorded"));
        try (InputStream recorded = OddDocumentsTest.class.getResourceAsStream("recorded/metadata.xml")) {
            Files.copy(recorded, data.resolve("metadata.xml"));
        }
    }

    private Transport recorded(String documents) throws IOException {
        Files.writeString(data.resolve("documents.json"), "{\"NanesenieKM\":[" + documents + "]}");
        return Sandboxes.recording(data, folder.resolve("state"));
    }

    private static List<Properties> related(Transport base, String key, String navigation) {
        return all(base.related(MARKING, key, navigation, Query.ALL, CALL));
    }

    private static String facts(String first, String second) {
        return "{\"id\":\"b\",\"currentItems\":[{\"uid\":\"1\",\"productId\":\"p\",\"currentQuantity\":" + first
                + "},{\"uid\":\"2\",\"productId\":\"p\",\"currentQuantity\":" + second + "}]}";
    }

    @Test
    @Timeout(10)
    void quantities_of_far_apart_exponents_are_not_added_up_digit_by_digit() throws IOException {
        for (String[] quantities : new String[][] {
            {"1e999999999", "1", "1E+999999999"},
            {"1", "1e999999999", "1E+999999999"},
            {"-2e999999999", "1e-999999999", "-2E+999999999"},
            {"0e999999999", "1", "1"},
            {"1e60000000", "0", "1E+60000000"},
            {"1e990", "1", "1" + "0".repeat(989) + "1"},
            {"1.50", "0.50", "2.00"}
        }) {
            try (Transport base = recorded(facts(quantities[0], quantities[1]))) {
                assertThat(related(base, "b", "combinedItems"))
                        .as(String.join(" ", quantities))
                        .singleElement()
                        .satisfies(line ->
                                assertThat(line.get("currentQuantity")).contains(new Value.Number(quantities[2])));
                assertThat(related(base, "b", "extendedFields")).hasSize(1);
            }
        }
    }

    @Test
    void combined_lines_have_the_same_uid_at_each_reading() throws IOException {
        try (Transport base = recorded(facts("1", "2"))) {
            assertThat(related(base, "b", "combinedItems")).isEqualTo(related(base, "b", "combinedItems"));
        }
    }

    @Test
    void an_odd_line_does_not_spoil_the_reading_of_others() throws IOException {
        String good = "{\"id\":\"good\",\"declaredItems\":[{\"uid\":\"g\",\"productId\":7,\"declaredQuantity\":1}]}";
        List<String> odd = List.of(
                "{\"id\":\"1\",\"declaredItems\":{}}",
                "{\"id\":\"2\",\"declaredItems\":[1,{\"uid\":\"o\",\"declaredQuantity\":2}]}",
                "{\"id\":\"3\",\"currentItems\":[{\"uid\":\"t\",\"currentQuantity\":\"7\"}],\"tables\":7}",
                "{\"id\":4,\"currentItems\":[{\"uid\":[],\"productId\":{},\"bindedLineUid\":5}]}");
        try (Transport base = recorded(String.join(",", odd) + "," + good)) {
            assertThat(all(base, LINES, Query.ALL.withExpand("product")).stream()
                            .map(line -> line.get("uid").orElseThrow().toString()))
                    .hasSize(4);
            List<Properties> documents = all(base, MARKING, Query.ALL.withExpand("combinedItems", "extendedFields"));
            assertThat(documents.get(4).objects("combinedItems")).hasSize(1);
            assertThat(documents.get(2).objects("combinedItems")).isEmpty();
            List<Properties> whole =
                    all(base, MARKING, Query.ALL.withExpand("declaredItems", "currentItems", "tables"));
            for (int i = 0; i < odd.size(); i++) {
                byte[] recorded = odd.get(i).getBytes(StandardCharsets.UTF_8);
                Properties document = whole.get(i);
                Json.parseObject(recorded)
                        .forEach(property ->
                                assertThat(document.get(property.getKey())).contains(property.getValue()));
            }
        }
    }
}
