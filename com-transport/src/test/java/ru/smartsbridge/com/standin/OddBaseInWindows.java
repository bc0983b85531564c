package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** A base with names, gaps and a culture that nobody foresaw: {@code lab/seed-odd}, in {@code en-US}. */
class OddBaseInWindows {
    private static final String WAREHOUSE = "Склад №2 (юг)";
    private static final int MANY = 20_000;

    @TempDir
    private Path state;

    private BridgedBase base;

    @BeforeEach
    void connect() {
        base = BridgedBase.open(state).connected();
    }

    @AfterEach
    void leave() {
        base.close();
    }

    /** Every set of the metadata that this transport gives. */
    private Stream<EntitySet<?>> sets() {
        return base.transport().schema(BridgedBase.CALL).edmx().sets().keySet().stream()
                .<EntitySet<?>>map(EntitySet::named)
                .filter(set -> set.kind() != SetKind.PRODUCT_SCHEMA)
                .filter(set -> base.transport()
                        .capabilities()
                        .missing(Verb.LIST, set.kind())
                        .isEmpty());
    }

    @Test
    void every_set_is_listed_and_each_of_its_entities_is_found() {
        Set<String> listed = new HashSet<>();
        sets().forEach(set -> {
            listed.add(set.name());
            for (Entity entity : base.list(set)) {
                assertThat(base.find(set, entity.key()))
                        .as("%s('%s')", set, entity.key())
                        .isPresent();
            }
        });
        assertThat(listed).contains("Docs", "Products", "Cells", "Tables/1Tablica", "Tables/prices", "Users");
        System.out.printf("figure: odd base: %d sets listed%n", listed.size());
    }

    @Test
    void everything_that_the_base_has_is_there() {
        assertThat(base.list(EntitySet.DOC_TYPES)).hasSize(60);
        assertThat(base.list(EntitySet.DOCS)).hasSize(70);
        assertThat(base.list(EntitySet.TABLES_INFO)).hasSize(4);
        assertThat(base.list(EntitySet.WAREHOUSES)).hasSize(3);
        assertThat(base.list(EntitySet.CELLS)).hasSize(18);
        assertThat(base.list(EntitySet.USERS)).extracting(User::name).contains("O'Neil");
        assertThat(base.list(EntitySet.table("prices"))).hasSize(30);
        assertThat(base.list(EntitySet.table("Pustaya"))).isEmpty();
    }

    @Test
    void documents_of_every_type_are_those_of_their_set() {
        List<String> ids = new ArrayList<>();
        for (DocumentType type : base.list(EntitySet.DOC_TYPES)) {
            for (Document document : base.list(EntitySet.docs(type.uni()))) {
                assertThat(document.documentTypeName()).isEqualTo(type.name());
                ids.add(document.id());
            }
        }
        assertThat(ids).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void a_table_whose_fields_are_no_xml_names_goes_by_properties_and_that_is_told() {
        List<String> concerns = base.transport().remarks(BridgedBase.CALL).stream()
                .filter(Remark::concern)
                .map(remark -> remark.text().in(Locale.ROOT))
                .toList();
        assertThat(concerns).anyMatch(text -> text.contains("1Таблица")).noneMatch(text -> text.contains("prices"));
    }

    /** Looked for by its key: a row that is made by properties gets a uid of the component's. */
    private void isKept(EntitySet<Row> table, UploadPlan<Row> plan, Properties sent) {
        base.upload(plan, List.of(new Row(sent)).iterator());
        String key = sent.names().get(0);
        Row back = base.list(table).stream()
                .filter(row -> sent.text(key).equals(row.properties().text(key)))
                .findFirst()
                .orElseThrow();
        sent.forEach(property -> {
            Value given = back.properties().get(property.getKey()).orElse(Value.NULL);
            if (property.getValue() instanceof Value.Number number) {
                assertThat(((Value.Number) given).decimal())
                        .as(property.getKey())
                        .isEqualByComparingTo(number.decimal());
            } else {
                assertThat(given).as(property.getKey()).isEqualTo(property.getValue());
            }
        });
    }

    @Test
    void rows_of_every_table_are_uploaded_and_come_back() {
        for (TableInfo table : base.list(EntitySet.TABLES_INFO)) {
            EntitySet<Row> set = EntitySet.table(table.uni());
            List<Row> before = base.list(set);
            Properties row = row(table.uni());
            isKept(set, new UploadPlan.TableRows(table.uni(), Mode.UPDATE), row);
            assertThat(base.list(set)).as(table.name()).hasSize(before.size() + 1);
            isKept(set, new UploadPlan.TableRows(table.uni(), Mode.OVERWRITE), row);
            assertThat(base.list(set)).as(table.name()).hasSize(1);
            base.upload(new UploadPlan.TableRows(table.uni(), Mode.OVERWRITE), before.iterator());
        }
    }

    private static Properties row(String table) {
        Properties.Builder row = Properties.builder();
        return switch (table) {
            case "1Tablica" ->
                row.put("id", "ключ")
                        .put("poleSProbelom", "a < b & \"c\" \u001d")
                        .put("1cifra", new BigDecimal("-0.5"))
                        .build();
            case "prices" ->
                row.put("product", "P/новый")
                        .put("price", new BigDecimal("1234567.89"))
                        .put("note", "1,5")
                        .build();
            case "Spravochnik.Odin" ->
                row.put("kod", "к")
                        .put("imya", "\uD83D\uDE80 ёж")
                        .put("schyot", Long.MAX_VALUE)
                        .put("kogda", "2013-07-01T12:30:00+04:00")
                        .build();
            case "Pustaya" -> row.put("id", "1").put("tekst", "").build();
            default -> throw new AssertionError("an unknown table " + table);
        };
    }

    @Test
    void a_document_of_an_odd_type_with_odd_fields_comes_back() {
        for (String name : new String[] {"Приём товара", "1С Заказ", "№7", "Возврат (брак)"}) {
            DocumentType type = base.list(EntitySet.DOC_TYPES).stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            EntitySet<Document> set = EntitySet.docs(type.uni());
            Properties line = Properties.builder()
                    .put("uid", "l1")
                    .put("productId", "P/1")
                    .put("declaredQuantity", new BigDecimal("0.125"))
                    .put("poleSProbelom", "строка")
                    .put("1cifra", new BigDecimal("2.5"))
                    .build();
            Properties sent = Properties.builder()
                    .put("id", "нов/'" + name)
                    .put("name", name)
                    .put("documentTypeName", name)
                    .put("warehouseId", WAREHOUSE)
                    .put("poleSProbelom", "a < b")
                    .put("1cifra", new BigDecimal("0.5"))
                    .put("kol-vo", -3)
                    .put("latin", true)
                    .put("data_otgruzki", "2013-10-26T23:30:00+04:00")
                    .put("bolshoe", Long.MIN_VALUE)
                    .put("declaredItems", List.of(line))
                    .build();
            base.transport().create(set, new Document(sent), BridgedBase.CALL);
            Properties back = base.find(set, sent.text("id"), "declaredItems")
                    .orElseThrow()
                    .properties();
            for (String property : sent.without("declaredItems").names()) {
                assertThat(back.get(property)).as("%s of %s", property, name).isEqualTo(sent.get(property));
            }
            for (String property : line.names()) {
                assertThat(back.objects("declaredItems").get(0).get(property))
                        .as("%s of a line of %s", property, name)
                        .isEqualTo(line.get(property));
            }
            base.transport().delete(set, sent.text("id"), BridgedBase.CALL);
        }
    }

    @Test
    void one_cell_without_a_barcode_is_taken_and_two_are_refused() {
        UploadPlan<Cell> plan = new UploadPlan.Cells(WAREHOUSE, Mode.OVERWRITE);
        List<Cell> before = base.list(EntitySet.CELLS).stream()
                .filter(cell -> WAREHOUSE.equals(cell.warehouseId()))
                .toList();
        Cell one = cell("а");
        base.upload(
                plan,
                List.of(one, new Cell(cell("в").properties().with("barcode", Value.text("В"))))
                        .iterator());
        assertThat(base.list(EntitySet.CELLS).stream().filter(cell -> WAREHOUSE.equals(cell.warehouseId())))
                .extracting(Cell::id)
                .containsExactlyInAnyOrder("а", "в");
        Upload<Cell> upload = base.transport().begin(plan, BridgedBase.CALL);
        BridgeException refused = catchThrowableOfType(BridgeException.class, () -> {
            upload.add(List.of(one, cell("б")).iterator(), BridgedBase.CALL);
            upload.end(BridgedBase.CALL);
        });
        assertThat(refused.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused.getMessage()).contains("barcode", "only one may have none");
        assertThat(refused.text().in(Locale.forLanguageTag("ru"))).contains("штрихкод");
        base.upload(plan, before.iterator());
    }

    private static Cell cell(String id) {
        return new Cell(
                Properties.builder().put("id", id).put("name", "Место " + id).build());
    }

    @Test
    void twenty_thousand_products_are_uploaded_and_read() {
        List<Product> before = base.list(EntitySet.PRODUCTS);
        base.upload(new UploadPlan.Products(Mode.UPDATE), Goods.products("P/№ ", MANY));
        assertThat(base.list(EntitySet.PRODUCTS))
                .hasSize(MANY + 25)
                .extracting(Product::id)
                .doesNotHaveDuplicates();
        assertThat(base.find(EntitySet.PRODUCTS, "P/№ 19999")).isPresent();
        base.upload(new UploadPlan.Products(Mode.OVERWRITE), before.iterator());
    }
}
