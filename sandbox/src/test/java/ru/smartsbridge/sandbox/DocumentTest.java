package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class DocumentTest {
    private static final EntitySet<Document> SHIPMENTS = EntitySet.docs("Otgruzka");
    private static final EntitySet<Document> RECEIPTS = EntitySet.docs("PrihodNaSklad");

    /** A clock that a test moves. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05.1200000Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    private Path state;

    private final Watch watch = new Watch();
    private Transport base;
    private SimulatedDevices devices;

    @BeforeEach
    void open() {
        base = Sandboxes.open(state, Map.of("products", 20L), watch);
        devices = base.simulatedDevices().orElseThrow();
    }

    @AfterEach
    void close() {
        base.close();
    }

    private static Properties line(String product, String quantity) {
        return Properties.builder()
                .put("productId", product)
                .put("packingId", "шт")
                .put("declaredQuantity", new Value.Number(quantity))
                .build();
    }

    private static Properties document(String id, Properties... lines) {
        return Properties.builder()
                .put("id", id)
                .put("name", "Отгрузка")
                .put("summa", new Value.Number("10.50"))
                .put("declaredItems", List.of(lines))
                .build();
    }

    private Properties create(EntitySet<Document> set, Properties document) {
        return base.create(set, new Document(document), CALL).entity().properties();
    }

    private Properties find(String id, String... expand) {
        return base.find(EntitySet.DOCS, id, Query.ALL.withExpand(expand), CALL)
                .orElseThrow()
                .properties();
    }

    @Test
    void a_new_document_keeps_what_was_sent_in_order_and_gets_what_must_not_be_missing() {
        Properties created = create(SHIPMENTS, document("d", line("00000001", "2.50")));
        assertThat(created.names()).startsWith("id", "name", "summa").endsWith("declaredItems");
        assertThat(created.text("documentTypeName")).isEqualTo("Отгрузка");
        assertThat(created.text("createDate")).isEqualTo("2026-01-02T06:04:05.12+03:00");
        StructuredType type = base.schema(CALL)
                .edmx()
                .structured("Cleverence.Warehouse.Document")
                .orElseThrow();
        assertThat(type.properties().values())
                .filteredOn(property -> !property.nullable())
                .allMatch(property -> created.has(property.name()));
        Properties line = find("d", "declaredItems").objects("declaredItems").get(0);
        assertThat(line.text("uid")).isNotEmpty();
        assertThat(line.text("createdBy")).isEqualTo("ERP");
        assertThat(line.get("declaredQuantity")).contains(new Value.Number("2.50"));
        assertThat(line.get("currentQuantity")).contains(new Value.Number("0"));
        assertThat(line.text("expiredDate")).isEqualTo("0001-01-01T00:00:00");
    }

    @Test
    void what_the_base_computes_is_not_kept_when_it_is_sent() {
        create(SHIPMENTS, document("d", line("1", "2")).with("combinedItems", Value.items(List.of(line("9", "9")))));
        assertThat(find("d", "combinedItems").objects("combinedItems"))
                .singleElement()
                .satisfies(line -> assertThat(line.text("productId")).isEqualTo("1"));
    }

    @Test
    void a_document_that_is_sent_again_is_replaced_whole() {
        create(SHIPMENTS, document("d", line("1", "2")));
        Written<Document> again = base.create(
                SHIPMENTS,
                new Document(
                        Properties.builder().put("id", "d").put("name", "x").build()),
                CALL);
        assertThat(again.created()).isFalse();
        assertThat(find("d").has("summa")).isFalse();
        assertThat(find("d", "declaredItems").objects("declaredItems")).isEmpty();
    }

    @Test
    void one_id_is_of_one_type() {
        create(SHIPMENTS, document("d"));
        refused(Category.CONFLICT, () -> create(RECEIPTS, document("d")));
        assertThat(base.find(RECEIPTS, "d", Query.ALL, CALL)).isEmpty();
        assertThat(find("d").text("documentTypeName")).isEqualTo("Отгрузка");
    }

    @Test
    void a_document_must_be_of_the_type_of_its_set() {
        Properties other = document("d").with("documentTypeName", Value.text("ПриходНаСклад"));
        refused(Category.INVALID_REQUEST, () -> create(SHIPMENTS, other));
        refused(Category.INVALID_REQUEST, () -> create(EntitySet.DOCS, document("d")));
        assertThat(create(EntitySet.DOCS, other).text("documentTypeName")).isEqualTo("ПриходНаСклад");
        assertThat(base.find(RECEIPTS, "d", Query.ALL, CALL)).isPresent();
    }

    @Test
    void a_patch_moves_the_date_of_change_and_nothing_that_it_does_not_name() {
        create(SHIPMENTS, document("d", line("1", "2")));
        Properties before = find("d", "declaredItems");
        watch.now = watch.now.plusSeconds(60);
        base.update(SHIPMENTS, "d", Properties.builder().put("name", "новое").build(), CALL);
        Properties after = find("d", "declaredItems");
        assertThat(after)
                .isEqualTo(before.with("name", Value.text("новое"))
                        .with("lastChangeDate", Value.text("2026-01-02T06:05:05.12+03:00")));
    }

    @Test
    void a_patch_that_names_the_lines_replaces_them() {
        create(SHIPMENTS, document("d", line("1", "2"), line("2", "3")));
        base.update(
                SHIPMENTS,
                "d",
                Properties.builder()
                        .put("declaredItems", List.of(line("3", "1")))
                        .build(),
                CALL);
        assertThat(all(base.related(SHIPMENTS, "d", "declaredItems", Query.ALL, CALL)))
                .singleElement()
                .satisfies(line -> assertThat(line.text("uid")).isNotEmpty());
    }

    @Test
    void a_key_in_the_body_must_be_that_of_the_address() {
        create(SHIPMENTS, document("d"));
        refused(Category.INVALID_REQUEST, () -> base.update(SHIPMENTS, "d", document("e"), CALL));
        refused(Category.INVALID_REQUEST, () -> base.replace(SHIPMENTS, "d", document("e"), CALL));
        base.update(SHIPMENTS, "d", document("d"), CALL);
    }

    @Test
    void the_rows_of_a_documents_table_are_read_by_its_uni() {
        Properties table = Properties.builder()
                .put("name", "Документы")
                .put(
                        "rows",
                        List.of(Properties.builder().put("idDokumenta", "З-1").build()))
                .build();
        create(SHIPMENTS, document("d").with("tables", Value.items(List.of(table))));
        create(SHIPMENTS, document("e"));
        assertThat(all(base.related(SHIPMENTS, "d", "dokumenty", Query.ALL, CALL)))
                .singleElement()
                .satisfies(row -> assertThat(row.text("idDokumenta")).isEqualTo("З-1"));
        assertThat(all(base.related(SHIPMENTS, "e", "Dokumenty", Query.ALL, CALL)))
                .isEmpty();
        refused(Category.NOT_FOUND, () -> base.related(SHIPMENTS, "d", "Nichego", Query.ALL, CALL));
    }

    @Test
    void plan_and_fact_are_combined_by_product_packing_and_plan_line() {
        create(SHIPMENTS, document("d", line("1", "2"), line("2", "3.5")));
        devices.finish("TSD-1", Optional.of("d"), CALL);
        List<Properties> combined = all(base.related(SHIPMENTS, "d", "combinedItems", Query.ALL, CALL));
        assertThat(combined).hasSize(2);
        assertThat(combined.get(1).get("declaredQuantity")).contains(new Value.Number("3.5"));
        assertThat(combined.get(1).get("currentQuantity")).contains(new Value.Number("3.5"));
    }

    @Test
    void a_device_finishes_the_document_that_waits_longest() {
        Document finished = devices.finish("TSD-2", Optional.empty(), CALL);
        assertThat(finished.name()).isEqualTo("Нанесение КМ вещевой №0001");
        assertThat(finished.finished()).isTrue();
        assertThat(finished.deviceId()).isEqualTo("TSD-2");
        assertThat(finished.currentItems())
                .hasSameSizeAs(finished.declaredItems())
                .allSatisfy(
                        fact -> assertThat(fact.properties().text("createdBy")).isEqualTo("Device"));
        assertThat(finished.currentItems().stream().map(fact -> fact.bindedLineUid()))
                .containsExactlyElementsOf(finished.declaredItems().stream()
                        .map(plan -> plan.uid())
                        .toList());
        assertThat(finished.properties().objects("states")).hasSize(1);
        refused(Category.CONFLICT, () -> devices.finish("TSD-1", Optional.of(finished.id()), CALL));
    }

    @Test
    void a_device_does_not_get_a_blocked_document_until_the_time_is_over() {
        create(SHIPMENTS, document("d", line("1", "2")));
        base.block(SHIPMENTS, "d", Duration.ofSeconds(30), CALL);
        watch.now = watch.now.plusSeconds(29);
        refused(Category.CONFLICT, () -> devices.finish("TSD-1", Optional.of("d"), CALL));
        watch.now = watch.now.plusSeconds(1);
        assertThat(devices.finish("TSD-1", Optional.of("d"), CALL).finished()).isTrue();
    }

    @Test
    void an_unblocked_document_can_be_taken_at_once() {
        create(SHIPMENTS, document("d", line("1", "2")));
        base.block(SHIPMENTS, "d", Duration.ofHours(1), CALL);
        base.unblock(SHIPMENTS, "d", CALL);
        assertThat(devices.finish("TSD-1", Optional.of("d"), CALL).finished()).isTrue();
    }

    @Test
    void unknown_devices_and_documents_are_not_found() {
        refused(Category.NOT_FOUND, () -> devices.finish("TSD-99", Optional.empty(), CALL));
        refused(Category.NOT_FOUND, () -> devices.finish("TSD-1", Optional.of("nowhere"), CALL));
        refused(Category.NOT_FOUND, () -> base.endUpdate(SHIPMENTS, "nowhere", CALL));
        refused(Category.NOT_FOUND, () -> base.delete(SHIPMENTS, "nowhere", CALL));
        refused(Category.NOT_FOUND, () -> base.block(SHIPMENTS, "nowhere", Duration.ofSeconds(1), CALL));
    }

    @Test
    void products_rows_and_cells_are_created_by_uploads_only() {
        for (String set : List.of("Products", "Tables/Ceny", "Cells")) {
            refused(Category.CONFLICT, () -> createOther(set, "id", "1"));
        }
    }

    @Test
    void an_entity_of_another_set_is_created_changed_and_deleted_by_its_key() {
        createOther("CustomSettings", "name", "новая");
        EntitySet<?> settings = EntitySet.named("CustomSettings");
        base.update(settings, "новая", Properties.builder().put("x", 1).build(), CALL);
        assertThat(base.find(settings, "новая", Query.ALL, CALL).orElseThrow().properties())
                .hasToString("{\"name\":\"новая\",\"x\":1}");
        base.replace(settings, "новая", Properties.builder().put("y", 2).build(), CALL);
        assertThat(base.find(settings, "новая", Query.ALL, CALL).orElseThrow().properties())
                .hasToString("{\"name\":\"новая\",\"y\":2}");
        base.delete(settings, "новая", CALL);
        assertThat(base.find(settings, "новая", Query.ALL, CALL)).isEmpty();
    }

    @Test
    void a_row_is_changed_by_its_uid_among_those_of_all_tables_too() {
        EntitySet<?> tables = EntitySet.named("Tables");
        List<Properties> before = all(base, tables);
        Properties changes = Properties.builder().put("cena", 5).build();
        refused(Category.NOT_FOUND, () -> base.update(tables, "nowhere", changes, CALL));
        String uid = all(base, EntitySet.table("Ceny")).get(0).text("uid");
        base.update(tables, uid, changes, CALL);
        assertThat(all(base, EntitySet.table("Ceny")).get(0).get("cena")).contains(new Value.Number("5"));
        assertThat(all(base, tables)).hasSameSizeAs(before);
    }

    @Test
    void a_document_that_waits_for_another_device_is_passed_over() {
        String oldest = devices.finish("TSD-1", Optional.empty(), CALL).id();
        base.update(
                EntitySet.DOCS,
                oldest,
                Properties.builder()
                        .put("finished", false)
                        .put("inProcess", false)
                        .build(),
                CALL);
        assertThat(devices.finish("TSD-2", Optional.empty(), CALL).id()).isNotEqualTo(oldest);
        assertThat(devices.finish("TSD-1", Optional.empty(), CALL).id()).isEqualTo(oldest);
    }

    @Test
    void an_entity_without_its_key_is_refused() {
        refused(
                Category.INVALID_REQUEST,
                () -> base.create(
                        EntitySet.USERS,
                        new User(Properties.builder().put("name", "x").build()),
                        CALL));
    }

    @SuppressWarnings("unchecked")
    private void createOther(String set, String key, String value) {
        EntitySet<?> named = EntitySet.named(set);
        Properties entity = Properties.builder().put(key, value).build();
        if (named.kind() == ru.smartsbridge.api.model.SetKind.CUSTOM_SETTINGS) {
            base.create((EntitySet<OtherEntity>) named, new OtherEntity(entity), CALL);
        } else {
            base.create((EntitySet<ru.smartsbridge.api.model.Entity>) named, named.view(entity), CALL);
        }
    }

    private static void refused(Category category, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(category));
    }
}
