package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

class RecordingTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void copyTheRecording() throws IOException {
        data = Files.createDirectory(folder.resolve("recorded"));
        for (String name : List.of("metadata.xml", "doctypes.json", "documents.json")) {
            try (InputStream recorded = RecordingTest.class.getResourceAsStream("recorded/" + name)) {
                Files.copy(recorded, data.resolve(name));
            }
        }
    }

    private Transport open() {
        return Sandboxes.recording(data, folder.resolve("state"));
    }

    private void write(String name, String json) throws IOException {
        Files.createDirectories(data.resolve(name).getParent());
        Files.writeString(data.resolve(name), json);
    }

    private static Properties recorded(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return (Properties) Json.parse(bytes);
        }
    }

    @Test
    void document_types_of_the_real_server_come_back_as_they_were_recorded() throws IOException {
        try (Transport base = open()) {
            assertThat(all(base, EntitySet.DOC_TYPES))
                    .isEqualTo(recorded(data.resolve("doctypes.json")).objects("value"));
        }
    }

    @Test
    void documents_of_the_real_server_come_back_as_they_were_recorded() throws IOException {
        Properties documents = recorded(data.resolve("documents.json"));
        try (Transport base = open()) {
            for (String uni : documents.names()) {
                List<Properties> ofType = all(base, EntitySet.docs(uni));
                assertThat(ofType).isEqualTo(documents.objects(uni));
                assertThat(ofType.get(0))
                        .hasToString(documents.objects(uni).get(0).toString());
            }
            assertThat(all(base, EntitySet.DOCS)).hasSize(4);
        }
    }

    @Test
    void metadata_of_the_real_server_comes_back_byte_for_byte() throws IOException {
        try (Transport base = open()) {
            assertThat(base.schema(CALL).edmx().document()).isEqualTo(Files.readAllBytes(data.resolve("metadata.xml")));
        }
    }

    @Test
    void fields_of_a_type_are_those_that_its_stored_documents_show() {
        try (Transport base = open()) {
            assertThat(base.schema(CALL).fields(new FieldOwner.DocumentHeader("PodborZakaza")))
                    .get()
                    .satisfies(fields -> assertThat(fields.types())
                            .containsOnlyKeys(
                                    "poYachejkam", "kontrolKolva", "kontrolYacheek", "rezhimUpakovok", "containsMC"));
            assertThat(base.schema(CALL).fields(new FieldOwner.DocumentHeader("Otgruzka")))
                    .isEmpty();
        }
    }

    @Test
    void fields_grow_as_documents_are_stored_and_stay_when_they_are_deleted() {
        EntitySet<Document> shipments = EntitySet.docs("Otgruzka");
        FieldOwner header = new FieldOwner.DocumentHeader("Otgruzka");
        FieldOwner lines = new FieldOwner.DocumentLines("Otgruzka");
        Properties line =
                Properties.builder().put("productId", "1").put("seriya", "А-1").build();
        Properties document = Properties.builder()
                .put("id", "1")
                .put("nomerMashiny", "А001АА")
                .put("declaredItems", List.of(line))
                .build();
        try (Transport base = open()) {
            base.create(shipments, new Document(document), CALL);
            base.delete(shipments, "1", CALL);
            assertThat(base.schema(CALL).fields(header).orElseThrow().types()).isEqualTo(Map.of("nomerMashiny", ""));
            assertThat(base.schema(CALL).fields(lines).orElseThrow().types()).isEqualTo(Map.of("seriya", ""));
        }
    }

    @Test
    void a_recording_without_base_info_invents_no_product() {
        try (Transport base = open()) {
            assertThat(base.baseInfo(CALL).name()).isEqualTo("main");
            assertThat(base.baseInfo(CALL).product()).isNull();
        }
    }

    @Test
    void singletons_and_the_product_schema_are_recorded_as_one_entity_each() throws IOException {
        write(
                "BaseInfo.json",
                "\ufeff{\"@odata.context\":\"x\",\"id\":\"7\",\"name\":\"База\",\"appName\":\"Склад 15\"}");
        write("productschema.json", "{\"oDataKey\":\"k\",\"updateMaxSize\":5}");
        try (Transport base = open()) {
            assertThat(base.baseInfo(CALL).properties())
                    .hasToString("{\"id\":\"7\",\"name\":\"База\",\"appName\":\"Склад 15\"}");
            assertThat(base.find(EntitySet.PRODUCT_SCHEMA, "", Query.ALL, CALL)).isPresent();
        }
    }

    @Test
    void what_there_is_but_one_of_and_was_not_recorded_is_told_so() {
        try (Transport base = open()) {
            for (EntitySet<?> set : List.of(EntitySet.PRODUCT_SCHEMA, EntitySet.named("ExtendedFields"))) {
                assertThatThrownBy(() -> base.find(set, "", Query.ALL, CALL))
                        .hasMessageContainingAll(set.name(), "not recorded")
                        .asInstanceOf(InstanceOfAssertFactories.type(BridgeException.class))
                        .extracting(BridgeException::category)
                        .isEqualTo(Category.NOT_FOUND);
            }
        }
    }

    @Test
    void a_declaration_of_another_form_is_told_with_its_file() throws IOException {
        write("tablesinfo.json", "{\"value\":[{\"name\":\"Цены\",\"uni\":5}]}");
        refused(this::open, "tablesinfo.json", "uni");
        write("tablesinfo.json", "{\"value\":[]}");
        write("doctypes.json", "{\"value\":[{\"name\":\"Отгрузка\",\"uni\":\"Otgruzka\",\"fields\":[7]}]}");
        refused(this::open, "doctypes.json", "fields");
    }

    @Test
    void nested_navigations_are_shown_when_expanded_and_then_in_their_place() throws IOException {
        String entity = "{\"id\":\"g\",\"users\":[{\"id\":\"u\",\"x\":1.0}],\"name\":\"Группа\"}";
        write("UserGroups.json", "{\"value\":[" + entity + "]}");
        try (Transport base = open()) {
            assertThat(all(base, EntitySet.USER_GROUPS).get(0)).hasToString("{\"id\":\"g\",\"name\":\"Группа\"}");
            assertThat(all(base, EntitySet.USER_GROUPS, Query.ALL.withExpand("users"))
                            .get(0))
                    .hasToString(entity);
        }
    }

    @Test
    void malformed_json_is_told_with_file_line_and_column() throws IOException {
        write("Users.json", "{\"value\": [\n  {\"id\": \"1\"},\n  {\"id\" \"2\"}\n]}");
        refused(this::open, "Users.json", "line 3, column 9");
    }

    @Test
    void a_file_of_no_set_is_told_with_the_nearest_set() throws IOException {
        write("Tables/Ostatky.json", "{\"value\":[]}");
        refused(this::open, "Ostatky.json", "Tables/Ostatki");
    }

    @Test
    void documents_of_an_unknown_type_are_told_with_the_nearest_one() throws IOException {
        write("documents.json", "{\"PodborZakasa\":[]}");
        refused(this::open, "documents.json", "Docs/PodborZakaza");
    }

    @Test
    void an_answer_without_its_value_is_refused() throws IOException {
        write("Users.json", "{\"vale\":[]}");
        refused(this::open, "Users.json", "vale");
    }

    @Test
    void a_folder_without_metadata_is_refused() throws IOException {
        Files.delete(data.resolve("metadata.xml"));
        refused(this::open, "metadata.xml");
    }

    @Test
    void a_missing_folder_is_refused() {
        refused(() -> Sandboxes.recording(folder.resolve("nowhere"), folder.resolve("state")), "nowhere");
    }

    @Test
    void broken_metadata_is_told_with_its_file() throws IOException {
        Files.writeString(data.resolve("metadata.xml"), "<edmx:Edmx", StandardCharsets.UTF_8);
        refused(this::open, "metadata.xml");
    }

    private static void refused(ThrowingCallable opening, String... named) {
        assertThatThrownBy(opening)
                .hasMessageContainingAll(named)
                .asInstanceOf(InstanceOfAssertFactories.type(BridgeException.class))
                .extracting(BridgeException::category)
                .isEqualTo(Category.INVALID_REQUEST);
    }
}
