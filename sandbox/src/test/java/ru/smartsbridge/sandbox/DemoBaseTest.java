package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EntityCheck;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class DemoBaseTest {
    private static final Set<String> EMPTY_ON_PURPOSE = Set.of(
            "Tables/BiznesProcessy",
            "Tables/DopRekvizity",
            "Tables/IstoriyaStatusovINN",
            "Tables/MarkiSOshibkami",
            "Tables/Rezerv",
            "Tables/TransportnyeUpakovki",
            "Tables/Uzly",
            "Docs/Razagregaciya",
            "Docs/VvodVOborot",
            "Docs/ZakazKM",
            "Docs/Agregaciya",
            "Docs/Komplektaciya",
            "Docs/PeremeshheniePoYachejkam",
            "Docs/Spisanie",
            "Docs/OtborIzYacheek",
            "Docs/RazmeshhenieVYachejki",
            "Docs/SborShK");

    @TempDir
    private Path state;

    private Transport base;

    @BeforeEach
    void open() {
        base = Sandboxes.demo(state.resolve("one"));
    }

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void two_starts_of_one_seed_are_the_same_byte_for_byte() {
        try (Transport other = Sandboxes.demo(state.resolve("two"))) {
            assertThat(bytes(other)).isEqualTo(bytes(base));
        }
    }

    @Test
    void another_seed_gives_another_base() {
        try (Transport other = Sandboxes.open(state.resolve("two"), Map.of("seed", 16L))) {
            assertThat(bytes(other)).isNotEqualTo(bytes(base));
        }
    }

    @Test
    void every_set_of_the_metadata_lives_in_it() {
        for (String name : base.schema(CALL).edmx().sets().keySet()) {
            List<Properties> entities = all(base, EntitySet.named(name));
            if (EMPTY_ON_PURPOSE.contains(name)) {
                assertThat(entities).as(name).isEmpty();
            } else {
                assertThat(entities).as(name).isNotEmpty();
            }
        }
        assertThat(all(base, EntitySet.PRODUCTS)).hasSize(300);
    }

    @Test
    void everything_in_it_passes_the_check_that_a_client_must_pass() {
        Schema schema = base.schema(CALL);
        EntityCheck check = new EntityCheck(schema, Sandboxes.MOSCOW);
        for (SetInfo set : schema.edmx().sets().values()) {
            StructuredType type = schema.edmx().typeOf(set);
            EntitySet<? extends Entity> entitySet = EntitySet.named(set.name());
            Query whole = Query.ALL.withExpand(type.navigations().keySet().toArray(String[]::new));
            for (Properties entity : all(base, entitySet, whole)) {
                FieldOwner owner = owner(set.name(), schema, entity);
                assertThat(check.entity(type, owner, entity)).as(set.name()).isEqualTo(entity);
            }
        }
    }

    private static FieldOwner owner(String set, Schema schema, Properties entity) {
        if (set.startsWith("Docs")) {
            return new FieldOwner.DocumentHeader(schema.names().documentTypeUni(entity.text("documentTypeName")));
        }
        if (set.startsWith("Tables/")) {
            return new FieldOwner.TableRows(set.substring("Tables/".length()));
        }
        return set.equals("Products") ? new FieldOwner.Products() : new FieldOwner.Undeclared(set);
    }

    @Test
    void every_entity_is_found_by_its_key() {
        for (SetInfo set : base.schema(CALL).edmx().sets().values()) {
            EntitySet<? extends Entity> entitySet = EntitySet.named(set.name());
            String key = base.schema(CALL).edmx().typeOf(set).key().get(0);
            for (Properties entity : all(base, entitySet)) {
                String text = set.singleton() || set.name().equals("ProductSchema") ? "" : entity.text(key);
                assertThat(base.find(entitySet, text, Query.ALL, CALL).map(Entity::properties))
                        .as(set.name())
                        .contains(entity);
            }
        }
    }

    @Test
    void barcodes_have_right_check_digits_and_no_two_products_share_one() {
        Set<String> barcodes = new HashSet<>();
        for (Properties product : all(base, EntitySet.PRODUCTS)) {
            for (Properties packing : product.objects("packings")) {
                String barcode = packing.text("barcode");
                assertThat(checkSum(barcode) % 10).as(barcode).isZero();
                assertThat(barcodes.add(barcode)).as(barcode).isTrue();
            }
        }
    }

    private static int checkSum(String barcode) {
        int sum = 0;
        for (int i = 0; i < barcode.length(); i++) {
            int digit = barcode.charAt(barcode.length() - 1 - i) - '0';
            sum += i % 2 == 1 ? digit * 3 : digit;
        }
        return sum;
    }

    @Test
    void names_of_products_differ() {
        assertThat(all(base, EntitySet.PRODUCTS).stream().map(product -> product.text("name")))
                .doesNotHaveDuplicates();
    }

    @Test
    void without_expand_no_lines_are_shown() {
        assertThat(all(base, EntitySet.DOCS))
                .allSatisfy(document -> assertThat(document.names())
                        .doesNotContain("declaredItems", "currentItems", "combinedItems", "tables"));
    }

    @Test
    void marking_codes_of_fact_lines_keep_their_group_separator() {
        List<Properties> documents = all(base, EntitySet.DOCS, Query.ALL.withExpand("currentItems"));
        assertThat(documents.stream()
                        .flatMap(document -> document.objects("currentItems").stream())
                        .map(line -> line.text("markaISMP")))
                .anySatisfy(code -> assertThat(code).contains("\u001d91"));
    }

    /** Everything that the base shows, with all that can be expanded but what is made up at each reading. */
    private static byte[] bytes(Transport base) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Schema schema = base.schema(CALL);
        bytes.writeBytes(schema.edmx().document());
        for (SetInfo set : schema.edmx().sets().values()) {
            String[] navigations = schema.edmx().typeOf(set).navigations().keySet().stream()
                    .filter(name -> !name.equals("combinedItems"))
                    .toArray(String[]::new);
            for (Value entity : all(base, EntitySet.named(set.name()), Query.ALL.withExpand(navigations))) {
                bytes.writeBytes(Json.bytes(entity));
            }
        }
        return bytes.toByteArray();
    }
}
