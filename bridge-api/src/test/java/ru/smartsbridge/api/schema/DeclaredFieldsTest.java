package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class DeclaredFieldsTest {
    private static Properties field(String uni, String type) {
        return Properties.builder().put("uni", uni).put("fieldType", type).build();
    }

    private static DocumentType type(String uni, List<Properties> fields, List<Properties> columns) {
        return new DocumentType(Properties.builder()
                .put("uni", uni)
                .put("fields", fields)
                .put("columns", columns)
                .build());
    }

    @Test
    void fields_of_headers_lines_tables_and_products_are_told_by_their_property_names() {
        DocumentType receipt = type("Prihod", List.of(field("VidProcessa", "Double")), List.of(field("INN", "String")));
        Properties goods = Properties.builder()
                .put("name", "Документы")
                .put("fields", List.of(field("Nomer", "String")))
                .build();
        DocumentType withTable = new DocumentType(receipt.properties().with("tables", Value.items(List.of(goods))));
        TableInfo prices = new TableInfo(Properties.builder()
                .put("name", "Цены")
                .put("uni", "Ceny")
                .put("fields", List.of(field("Cena", null)))
                .build());
        ProductSchema products = new ProductSchema(Properties.builder()
                .put("fields", List.of(field("Artikul", "String")))
                .build());
        assertThat(DeclaredFields.of(List.of(withTable), List.of(prices), Optional.of(products)))
                .isEqualTo(Map.of(
                        new FieldOwner.DocumentHeader("Prihod"), new FieldSet(Map.of("vidProcessa", "Double")),
                        new FieldOwner.DocumentLines("Prihod"), new FieldSet(Map.of("iNN", "String")),
                        new FieldOwner.TableRows("Dokumenty"), new FieldSet(Map.of("nomer", "String")),
                        new FieldOwner.TableRows("Ceny"), new FieldSet(Map.of("cena", "")),
                        new FieldOwner.Products(), new FieldSet(Map.of("artikul", "String"))));
    }

    @Test
    void a_field_without_a_uni_is_named_by_its_russian_name_and_one_without_both_is_passed_over() {
        Properties russian = Properties.builder()
                .put("fieldName", "ИдУзла")
                .put("fieldType", "String")
                .build();
        DocumentType receipt = type("A", List.of(russian, Properties.EMPTY), List.of());
        assertThat(DeclaredFields.of(List.of(receipt), List.of(), Optional.empty()))
                .containsEntry(
                        new FieldOwner.DocumentHeader("A"),
                        new FieldSet(Map.of("idUzla", "String"), Map.of("idUzla", "ИдУзла")));
    }

    @Test
    void a_type_without_fields_allows_none_where_another_declares_some() {
        Map<FieldOwner, FieldSet> fields = DeclaredFields.of(
                List.of(type("A", List.of(field("Pole", "String")), List.of()), type("B", List.of(), List.of())),
                List.of(),
                Optional.empty());
        assertThat(fields).containsEntry(new FieldOwner.DocumentHeader("B"), new FieldSet(Map.of()));
        assertThat(fields).doesNotContainKey(new FieldOwner.Products());
    }

    @Test
    void a_base_that_declares_no_field_says_nothing() throws IOException {
        assertThat(DeclaredFields.of(
                        Recorded.documentTypes(), List.of(), Optional.of(new ProductSchema(Properties.EMPTY))))
                .isEmpty();
    }

    @Test
    void a_field_that_was_seen_is_known_but_its_type_is_not() {
        FieldSet declared = new FieldSet(Map.of("cena", "Double"));
        FieldSet seen = declared.withSeen("artikul").withSeen("cena");
        assertThat(seen.type("artikul")).hasValue("");
        assertThat(seen.type("cena")).hasValue("Double");
        assertThat(declared.type("artikul")).isEmpty();
    }
}
