package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

class KeysThatComeTwiceTest {
    private static final EntitySet<Document> MARKING = EntitySet.docs("NanesenieKM");
    private static final EntitySet<Document> SHIPMENTS = EntitySet.docs("Otgruzka");
    private static final String TWO_TYPES = """
            {"Otgruzka":[{"id":"1","name":"отгрузка"},{"id":"2","name":"вторая"}],
             "NanesenieKM":[{"id":"1","name":"нанесение"}]}""";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void copyTheMetadata() throws IOException {
        data = Files.createDirectory(folder.resolve("recorded"));
        try (InputStream recorded = KeysThatComeTwiceTest.class.getResourceAsStream("recorded/metadata.xml")) {
            Files.copy(recorded, data.resolve("metadata.xml"));
        }
    }

    private Transport open(String name, String json) throws IOException {
        Files.createDirectories(data.resolve(name).getParent());
        Files.writeString(data.resolve(name), json);
        return Sandboxes.recording(data, folder.resolve("state"));
    }

    private static List<String> names(Transport base, EntitySet<?> set) {
        return all(base, set).stream().map(entity -> entity.text("name")).toList();
    }

    private static Optional<String> name(Transport base, EntitySet<?> set, String key) {
        return base.find(set, key, Query.ALL, CALL)
                .map(entity -> entity.properties().text("name"));
    }

    @Test
    void documents_of_two_types_with_one_id_both_live() throws IOException {
        try (Transport base = open("documents.json", TWO_TYPES)) {
            assertThat(names(base, SHIPMENTS)).containsExactly("отгрузка", "вторая");
            assertThat(names(base, MARKING)).containsExactly("нанесение");
            assertThat(names(base, EntitySet.DOCS)).containsExactly("отгрузка", "вторая", "нанесение");
            assertThat(name(base, EntitySet.DOCS, "1")).hasValue("отгрузка");
            assertThat(name(base, SHIPMENTS, "1")).hasValue("отгрузка");
            assertThat(name(base, MARKING, "1")).hasValue("нанесение");
        }
    }

    @Test
    void each_of_them_is_changed_blocked_and_deleted_for_itself() throws IOException {
        Properties changed = Properties.builder().put("name", "изменён").build();
        try (Transport base = open("documents.json", TWO_TYPES)) {
            base.update(MARKING, "1", changed, CALL);
            assertThat(name(base, MARKING, "1")).hasValue("изменён");
            assertThat(name(base, SHIPMENTS, "1")).hasValue("отгрузка");
            base.block(MARKING, "1", Duration.ofHours(1), CALL);
            base.delete(SHIPMENTS, "1", CALL);
            assertThat(name(base, SHIPMENTS, "1")).isEmpty();
            assertThat(name(base, EntitySet.DOCS, "1")).hasValue("изменён");
        }
    }

    @Test
    void an_id_of_another_type_is_a_conflict_for_a_new_document() throws IOException {
        Document same = new Document(Properties.builder().put("id", "2").build());
        Document own = new Document(Properties.builder().put("id", "1").build());
        try (Transport base = open("documents.json", TWO_TYPES)) {
            assertThatThrownBy(() -> base.create(MARKING, same, CALL))
                    .asInstanceOf(InstanceOfAssertFactories.type(BridgeException.class))
                    .extracting(BridgeException::category)
                    .isEqualTo(Category.CONFLICT);
            assertThat(base.create(MARKING, own, CALL).created()).isFalse();
            assertThat(names(base, SHIPMENTS)).containsExactly("отгрузка", "вторая");
        }
    }

    @Test
    void entities_with_one_key_are_all_listed_and_the_first_is_found() throws IOException {
        String users = """
                {"value":[{"id":"1","name":"первый"},{"id":"2","name":"другой"},{"id":"1","name":"второй"},
                          {"id":"1","name":"третий"}]}""";
        try (Transport base = open("Users.json", users)) {
            assertThat(names(base, EntitySet.USERS)).containsExactly("первый", "другой", "второй", "третий");
            assertThat(name(base, EntitySet.USERS, "1")).hasValue("первый");
            base.delete(EntitySet.USERS, "1", CALL);
            assertThat(name(base, EntitySet.USERS, "1")).hasValue("второй");
            base.delete(EntitySet.USERS, "1", CALL);
            assertThat(name(base, EntitySet.USERS, "1")).hasValue("третий");
            base.delete(EntitySet.USERS, "1", CALL);
            assertThat(name(base, EntitySet.USERS, "1")).isEmpty();
            assertThat(names(base, EntitySet.USERS)).containsExactly("другой");
        }
    }

    @Test
    void an_empty_text_is_no_key() throws IOException {
        String rows = "{\"value\":[{\"uid\":\"x\",\"name\":\"1\"},{\"uid\":\"x\",\"name\":\"2\"},"
                + "{\"uid\":\"\",\"name\":\"3\"},{\"uid\":\"\",\"name\":\"4\"},{\"name\":\"5\"}]}";
        try (Transport base = open("Tables/Ceny.json", rows)) {
            assertThat(names(base, EntitySet.table("Ceny"))).containsExactly("1", "2", "3", "4", "5");
            assertThat(name(base, EntitySet.table("Ceny"), "x")).hasValue("1");
            assertThat(name(base, EntitySet.table("Ceny"), "")).isEmpty();
        }
    }

    @Test
    void an_upload_replaces_the_first_of_them_and_leaves_the_others() throws IOException {
        String products = "{\"value\":[{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"1\",\"name\":\"b\"}]}";
        Properties sent =
                Properties.builder().put("id", "1").put("name", "новый").build();
        try (Transport base = open("Products.json", products)) {
            Upload<Product> upload = base.begin(new UploadPlan.Products(UploadPlan.Mode.UPDATE), CALL);
            upload.add(List.of(new Product(sent)).iterator(), CALL);
            upload.end(CALL);
            assertThat(names(base, EntitySet.PRODUCTS)).containsExactly("новый", "b");
        }
    }

    @Test
    void a_document_that_two_files_have_is_that_of_the_later_file() throws IOException {
        Files.createDirectory(data.resolve("Docs"));
        Files.writeString(
                data.resolve("Docs/Otgruzka.json"), "{\"value\":[{\"id\":\"1\"},{\"id\":\"3\",\"name\":\"третья\"}]}");
        try (Transport base = open("documents.json", TWO_TYPES)) {
            assertThat(names(base, SHIPMENTS)).containsExactly("третья", "отгрузка", "вторая");
            assertThat(name(base, SHIPMENTS, "1")).hasValue("отгрузка");
        }
    }
}
