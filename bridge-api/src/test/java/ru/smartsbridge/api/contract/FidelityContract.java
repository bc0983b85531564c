package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
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

    /** The text in a document's header and line, in a product and its packing, and in a table's row. */
    private void survivesEverywhere(String text) {
        String product = specimens().products(1).get(0);
        Properties line = specimens().line(newId(), product, "1").with("sscc", Value.text(text));
        String id = newId();
        Properties document =
                specimens().document(RECEIPTS, id, line).properties().with("description", Value.text(text));
        transport().create(RECEIPTS, new Document(document), call());
        Kept.isKept(document, found(RECEIPTS, id, WITH_LINES));

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
        upload(new UploadPlan.Products(UploadPlan.Mode.UPDATE), List.of(new Product(own)));
        Kept.isKept(own, found(EntitySet.PRODUCTS, own.text("id")));

        Row row = specimens().row("Ceny", newId(), text);
        upload(new UploadPlan.TableRows("Ceny", UploadPlan.Mode.UPDATE), List.of(row));
        Kept.isKept(row.properties(), found(EntitySet.table("Ceny"), row.uid()));
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
        transport().create(RECEIPTS, document, call());
        Kept.isKept(document.properties(), found(RECEIPTS, document.id(), WITH_LINES));

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
        upload(new UploadPlan.Products(UploadPlan.Mode.UPDATE), List.of(new Product(product)));
        Kept.isKept(product, found(EntitySet.PRODUCTS, product.text("id")));
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
        transport().create(RECEIPTS, document, call());
        Kept.isKept(document.properties(), found(RECEIPTS, document.id(), WITH_LINES));
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
        assertThat(found(set, empty).get(field)).contains(Value.text(""));
        assertThat(found(set, unset).get(field)).contains(Value.NULL);
        assertThat(found(set, absent).get(field)).isEmpty();
    }

    @Test
    void properties_keep_the_order_in_which_they_came() {
        String uid = newId();
        Properties backwards = Properties.builder()
                .put(specimens().rowField("Ceny"), "значение")
                .put("index", 3)
                .put("uid", uid)
                .build();
        upload(new UploadPlan.TableRows("Ceny", UploadPlan.Mode.UPDATE), List.of(new Row(backwards)));
        Kept.isKept(backwards, found(EntitySet.table("Ceny"), uid));
        Properties document = Properties.builder()
                .put("description", "сначала описание")
                .put("barcode", "2")
                .put("documentTypeName", specimens().typeName(RECEIPTS))
                .put("name", "потом имя")
                .put("id", newId())
                .build();
        transport().create(RECEIPTS, new Document(document), call());
        Kept.isKept(document, found(RECEIPTS, document.text("id")));
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
        upload(new UploadPlan.Products(UploadPlan.Mode.UPDATE), List.of(new Product(product)));
        Kept.isKept(product, found(EntitySet.PRODUCTS, product.text("id")));
    }

    @Test
    void whatever_a_document_and_a_product_hold_comes_back(TestReporter reporter) {
        long seed = Long.getLong("contract.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        RandomEntities random = new RandomEntities(seed, specimens());
        for (int i = 0; i < 30; i++) {
            Properties document = random.document(RECEIPTS, newId());
            transport().create(RECEIPTS, new Document(document), call());
            Kept.isKept("seed " + seed, document, found(RECEIPTS, document.text("id"), WITH_LINES));
        }
        List<Product> products =
                IntStream.range(0, 200).mapToObj(i -> random.product(newId())).toList();
        upload(new UploadPlan.Products(UploadPlan.Mode.UPDATE), products);
        products.forEach(
                product -> Kept.isKept("seed " + seed, product.properties(), found(EntitySet.PRODUCTS, product.id())));
    }
}
