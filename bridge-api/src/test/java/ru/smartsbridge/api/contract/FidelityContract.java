package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What is given back is what was taken, to the letter and to the digit. */
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
@Needs(value = Verb.FIND, on = SetKind.DOCS)
@Needs(value = Verb.UPLOAD, on = SetKind.PRODUCTS)
@Needs(value = Verb.FIND, on = SetKind.PRODUCTS)
@Needs(value = Verb.UPLOAD, on = SetKind.TABLES)
@Needs(value = Verb.FIND, on = SetKind.TABLES)
abstract class FidelityContract extends ContractPart {
    private static final Query WITH_LINES = Query.ALL.withExpand("declaredItems");
    private static final UploadPlan.Products PRODUCTS = new UploadPlan.Products(UploadPlan.Mode.UPDATE);
    private static final UploadPlan.TableRows PRICES = new UploadPlan.TableRows("Ceny", UploadPlan.Mode.UPDATE);

    private void documentIsKept(Properties document) {
        kept().isKept(RECEIPTS, createCarried(RECEIPTS, document), found(RECEIPTS, document.text("id"), WITH_LINES));
    }

    private void productIsKept(Properties product) {
        Properties sent =
                uploadCarried(PRODUCTS, EntitySet.PRODUCTS, List.of(product)).get(0);
        kept().isKept(EntitySet.PRODUCTS, sent, found(EntitySet.PRODUCTS, product.text("id")));
    }

    /** The text in a document's header and line, in a product and its packing, and in a table's row. */
    private void survivesEverywhere(String text) {
        String product = specimens().products(1).get(0);
        Properties line = specimens().line(newId(), product, "1").with("sscc", Value.text(text));
        String id = newId();
        Properties document =
                specimens().document(RECEIPTS, id, line).properties().with("description", Value.text(text));
        documentIsKept(document);

        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("unitsQuantity", 1)
                .put("barcodes", List.of(Value.text(text), Value.text("второй")))
                .build();
        Properties own = Properties.builder()
                .put("id", newId())
                .put("name", text)
                .put("packings", List.of(packing))
                .build();
        productIsKept(own);

        Row row = specimens().row("Ceny", newId(), text);
        upload(PRICES, List.of(row));
        kept().isKept(EntitySet.table("Ceny"), row.properties(), found(EntitySet.table("Ceny"), row.uid()));
    }

    @Test
    void group_separators_and_other_control_characters_survive() {
        String controls = IntStream.rangeClosed(1, 0x1F)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining("x"));
        survivesEverywhere("0104600439931256215Bx\u001D91EE06\u001D92" + controls + "\u007F\u0085\u2028\uFEFF\u001D");
    }

    @Test
    void marks_of_markup_survive() {
        survivesEverywhere("<&\"'> &lt;&#29; ]]> <!-- --> \\u001d \\ / ${x} %s {0} ''");
    }

    @Test
    void a_marking_code_of_127_characters_survives() {
        String alphabet = "!\"%&'()*+,-./:;<=>?_aZ09\u001D";
        String tail = alphabet.repeat(6).substring(0, 127);
        assertThat(tail).hasSize(127);
        survivesEverywhere(tail);
    }

    @Test
    void characters_outside_the_basic_plane_survive() {
        survivesEverywhere("😀 𝄞 𠜎 е́ й e\u0301 👨‍👩‍👧 \uFFFD \uFFFF");
    }

    @Test
    void spaces_at_the_edges_survive() {
        survivesEverywhere("  \t\u00A0кавычки « »\r\n ");
    }

    @Test
    void a_text_of_a_megabyte_survives() {
        survivesEverywhere("Марка \u001D<&> ".repeat((1 << 20) / 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "1.000",
                "0",
                "0.0",
                "0.1",
                "-3.50",
                "-0.0000001",
                "12345678901234567890.1234567",
                "0.30000000000000004",
                "79228162514264337593543950335",
                "1E+2",
                "1.5e-3"
            })
    void a_number_keeps_its_digits_and_its_scale(String literal) {
        Value number = new Value.Number(literal);
        Properties line = specimens()
                .line(newId(), specimens().products(1).get(0), literal)
                .with("currentQuantity", number);
        Document document = specimens().document(RECEIPTS, newId(), line);
        documentIsKept(document.properties());

        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("unitsQuantity", number)
                .put("selfWeight", number)
                .build();
        Properties product = Properties.builder()
                .put("id", newId())
                .put("name", "Товар")
                .put("unitConvertionRate", number)
                .put("packings", List.of(packing))
                .build();
        productIsKept(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "1E+2",
                "12345678901234567890.1234567",
                "79228162514264337593543950335",
                "79228162514264337593543950336",
                "0.1234567890123456789012345678901"
            })
    void a_decimal_of_a_field_keeps_its_digits(String literal) {
        String field = specimens().field(new FieldOwner.Products(), "Decimal");
        productIsKept(specimens().product(newId(), "Товар", "").properties().with(field, new Value.Number(literal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.50", "-0.30000000000000004"})
    void a_number_of_a_row_keeps_its_digits(String literal) {
        String column = specimens().field(new FieldOwner.TableRows("Ceny"), "Double", "Decimal");
        Row row = specimens().row("Ceny", newId(), "цена");
        Properties numbered = row.properties().with(column, new Value.Number(literal));
        upload(PRICES, List.of(new Row(numbered)));
        kept().isKept(EntitySet.table("Ceny"), numbered, found(EntitySet.table("Ceny"), row.uid()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-16T09:58:43.7526682+03:00",
                "2025-06-16T09:58:43.8000000+03:00",
                "2025-06-16T09:58:43+03:00",
                "2025-06-16T06:58:43.1Z",
                "2025-12-31T23:59:59.9999999-11:30",
                "0001-01-01T00:00:00"
            })
    void a_date_keeps_its_digits_and_its_offset(String date) {
        Properties line = specimens()
                .line(newId(), specimens().products(1).get(0), "1")
                .with("registeredDate", Value.text(date))
                .with("expiredDate", Value.text(date));
        Document document = specimens().document(RECEIPTS, newId(), line);
        documentIsKept(document.properties());
    }

    @Test
    void an_empty_text_a_null_and_nothing_are_three_things() {
        EntitySet<Document> set = specimens().documentsWithTextField();
        String field = specimens().textField(Specimens.headerOf(set));
        String empty = newId();
        String unset = newId();
        String absent = newId();
        transport().create(set, new Document(specimens().header(set, empty, "").with(field, Value.text(""))), call());
        transport().create(set, new Document(specimens().header(set, unset, "").with(field, Value.NULL)), call());
        transport().create(set, new Document(specimens().header(set, absent, "")), call());
        kept().isKept(
                        SetKind.DOCS,
                        field,
                        Optional.of(Value.text("")),
                        found(set, empty).get(field));
        kept().isKept(
                        SetKind.DOCS,
                        field,
                        Optional.of(Value.NULL),
                        found(set, unset).get(field));
        kept().isKept(SetKind.DOCS, field, Optional.empty(), found(set, absent).get(field));
    }

    @Test
    void empty_texts_and_nulls_of_lines_and_products_stay_what_they_are() {
        String field = specimens().textField(new FieldOwner.Products());
        for (Value nothing : List.of(Value.text(""), Value.NULL)) {
            Properties line = specimens()
                    .line(newId(), specimens().products(1).get(0), "1")
                    .with("sscc", nothing)
                    .with("firstCellId", nothing);
            documentIsKept(specimens()
                    .header(RECEIPTS, newId(), "")
                    .with("barcode", nothing)
                    .with("declaredItems", Value.items(List.of(line))));
            Properties packing = Properties.builder()
                    .put("id", "шт")
                    .put("name", nothing)
                    .put("marking", nothing)
                    .put(field, nothing)
                    .build();
            productIsKept(Properties.builder()
                    .put("id", newId())
                    .put("name", "Товар")
                    .put("marking", nothing)
                    .put(field, nothing)
                    .put("packings", List.of(packing))
                    .build());
        }
    }

    @Test
    void a_column_of_a_row_that_is_null_or_absent_stays_so() {
        String column = specimens().rowField("Ceny");
        Row absent = new Row(Properties.builder().put("uid", newId()).build());
        Row unset = new Row(
                Properties.builder().put("uid", newId()).put(column, Value.NULL).build());
        upload(PRICES, List.of(absent, unset));
        EntitySet<Row> rows = EntitySet.table("Ceny");
        kept().isKept(
                        SetKind.TABLES,
                        column,
                        Optional.empty(),
                        found(rows, absent.uid()).get(column));
        kept().isKept(
                        SetKind.TABLES,
                        column,
                        Optional.of(Value.NULL),
                        found(rows, unset.uid()).get(column));
    }

    @Test
    void properties_that_clients_seldom_send_are_kept_too() {
        Properties plain = specimens().line(newId(), specimens().products(1).get(0), "1");
        Properties packing = Properties.builder().put("id", "шт").build();
        for (Properties line : List.of(
                plain.with("index", Value.number(7)),
                plain.with("currentQuantityWithBinding", Value.number(1)),
                plain.with("packingUnitsQuantity", new Value.Number("2.5")),
                plain.with("packing", packing),
                plain.with("pallet", Properties.builder().put("barcode", "п").build()))) {
            documentIsKept(specimens()
                    .document(RECEIPTS, newId(), line.with("uid", Value.text(newId())))
                    .properties());
        }
        for (String flag : List.of("createdOnPDA", "notOpenedYet", "serverHosted", "distributeByBarcode")) {
            documentIsKept(specimens().header(RECEIPTS, newId(), "").with(flag, Value.flag(true)));
        }
    }

    @Test
    @Needs(value = Verb.FIND, on = SetKind.USERS)
    void users_are_read_as_they_were_entered() {
        assumeTrue(!base().users().isEmpty(), "whoever set the base up tells none");
        for (Properties user : base().users()) {
            kept().isKept(EntitySet.USERS, user, found(EntitySet.USERS, user.text("id")));
        }
    }

    @Test
    void properties_keep_the_order_in_which_they_came() {
        String uid = newId();
        Properties backwards = Properties.builder()
                .put(specimens().rowField("Ceny"), "значение")
                .put("index", 3)
                .put("uid", uid)
                .build();
        Properties sent = uploadCarried(PRICES, EntitySet.table("Ceny"), List.of(backwards))
                .get(0);
        kept().isKept(EntitySet.table("Ceny"), sent, found(EntitySet.table("Ceny"), uid));
        Properties document = Properties.builder()
                .put("description", "сначала описание")
                .put("barcode", "2")
                .put("documentTypeName", specimens().typeName(RECEIPTS))
                .put("name", "потом имя")
                .put("id", newId())
                .build();
        documentIsKept(document);
    }

    @Test
    void packings_keep_their_order_and_their_additional_fields() {
        String field = specimens().textField(new FieldOwner.Products());
        List<Properties> packings = IntStream.range(0, 5)
                .mapToObj(i -> Properties.builder()
                        .put("id", "у" + (5 - i))
                        .put("name", "упаковка")
                        .put("unitsQuantity", new Value.Number(i + ".0"))
                        .put(field, "поле " + i)
                        .build())
                .toList();
        Properties product = Properties.builder()
                .put("id", newId())
                .put("name", "Товар")
                .put(field, "поле товара")
                .put("packings", packings)
                .build();
        productIsKept(product);
    }

    @Test
    void whatever_a_document_and_a_product_hold_comes_back(TestReporter reporter) {
        long seed = Long.getLong("contract.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        RandomEntities random = new RandomEntities(seed, specimens(), base().takesManyPairs());
        for (int i = 0; i < 30; i++) {
            Properties document = random.document(RECEIPTS, newId());
            Properties sent = createCarried(RECEIPTS, document);
            kept().isKept("seed " + seed, RECEIPTS, sent, found(RECEIPTS, document.text("id"), WITH_LINES));
        }
        List<Properties> products = IntStream.range(0, 200)
                .mapToObj(i -> random.product(newId()).properties())
                .toList();
        for (Properties sent : uploadCarried(PRODUCTS, EntitySet.PRODUCTS, products)) {
            Properties given = found(EntitySet.PRODUCTS, sent.text("id"));
            kept().isKept("seed " + seed, EntitySet.PRODUCTS, sent, given);
        }
    }
}
