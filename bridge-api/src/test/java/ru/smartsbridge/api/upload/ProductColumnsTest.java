package ru.smartsbridge.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Recorded;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class ProductColumnsTest {
    private static Schema schema;

    @BeforeAll
    static void withSomeDeclaredFields() throws IOException {
        schema = Recorded.schema(Map.of(
                new FieldOwner.Products(),
                new FieldSet(Map.of("cena", "decimal", "akciya", "Boolean", "srokGodnosti", "DateTime", "svoe", ""))));
    }

    private static Properties product(List<String> columns, String... values) {
        return ProductColumns.of(columns).product(new ProductRecord(Arrays.asList(values)), schema);
    }

    private static BridgeException refused(Runnable attempt) {
        BridgeException error = catchThrowableOfType(BridgeException.class, attempt::run);
        assertThat(error).isNotNull();
        assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
        return error;
    }

    @Test
    void a_record_is_a_product_with_one_packing() {
        Properties product = product(
                List.of("Product.Id", "product.NAME", "Packing.Id", "Packing.UnitsQuantity", "Packing.barcodes"),
                "1",
                "Вода",
                "шт",
                "12.50",
                "460;461");
        assertThat(product.toString())
                .isEqualTo("{\"id\":\"1\",\"name\":\"Вода\",\"packings\":[{\"id\":\"шт\",\"unitsQuantity\":12.50,"
                        + "\"barcodes\":[\"460\",\"461\"]}]}");
    }

    @Test
    void without_columns_of_a_packing_there_is_none() {
        assertThat(product(List.of("Product.Id", "Product.VersionNumber"), "1", "7")
                        .names())
                .containsExactly("id", "versionNumber");
        assertThat(product(List.of("Product.Id", "Packing.UnitsQuantity"), "1", "")
                        .has("packings"))
                .isFalse();
    }

    @Test
    void additional_fields_have_their_declared_names_and_types() {
        Properties product = product(
                List.of(
                        "Product.ID",
                        "Product.Cena",
                        "Packing.CENA",
                        "Product.Akciya",
                        "Product.SrokGodnosti",
                        "Product.Svoe"),
                "1",
                "10.0",
                "1.50",
                "1",
                "2025-01-01T00:00:00",
                "7");
        assertThat(product.get("cena")).contains(new Value.Number("10.0"));
        assertThat(product.objects("packings").get(0).get("cena")).contains(new Value.Number("1.50"));
        assertThat(product.get("akciya")).contains(Value.flag(true));
        assertThat(product.text("srokGodnosti")).isEqualTo("2025-01-01T00:00:00");
        assertThat(product.text("svoe")).isEqualTo("7");
    }

    @Test
    void a_field_may_be_named_by_its_russian_name() {
        Properties product = product(
                List.of("Product.Id", "Product.Цена", "Packing.цена", "Product.СрокГодности"), "1", "7", "8", "");
        assertThat(product.toString()).isEqualTo("{\"id\":\"1\",\"cena\":7,\"packings\":[{\"cena\":8}]}");
    }

    @Test
    void a_column_that_the_base_does_not_know_is_refused_with_the_nearest() {
        BridgeException error = unknown("Packing.Sena");
        assertThat(error.target()).hasValue("lschema");
        assertThat(error.getMessage()).contains("Packing.Sena", "Packing.cena");
        assertThat(unknown("Product.Цина").getMessage()).contains("Product.Цина", "Product.cena");
        assertThat(unknown("Product." + "я".repeat(100_000)).target()).hasValue("lschema");
    }

    @Test
    void a_column_that_no_text_can_fill_is_refused() {
        assertThat(unknown("Product.packings").getMessage()).contains("Product.packings");
        assertThat(unknown("Product.QuantityPolicy").target()).hasValue("lschema");
    }

    @Test
    void two_columns_of_one_property_are_refused() {
        assertThat(unknown("Product.cena", "Product.Цена").getMessage()).contains("Product.Цена");
        assertThat(unknown("Packing.barcodes", "Packing.Barcodes").target()).hasValue("lschema");
    }

    private static BridgeException unknown(String... columns) {
        List<String> all = new ArrayList<>(List.of("Product.Id"));
        all.addAll(List.of(columns));
        return refused(() -> ProductColumns.of(all).requireKnown(schema));
    }

    @Test
    void where_no_fields_are_declared_any_column_is_a_text() throws IOException {
        ProductColumns columns = ProductColumns.of(List.of("Product.Id", "Product.ВидТовара", "Packing.Cena"));
        ProductRecord record = new ProductRecord(List.of("1", "обувь", "1.0"));
        for (Map<FieldOwner, FieldSet> fields : List.<Map<FieldOwner, FieldSet>>of(
                Map.of(), Map.of(new FieldOwner.Products(), new FieldSet(Map.of("svoe", ""))))) {
            Schema undeclared = Recorded.schema(fields);
            columns.requireKnown(undeclared);
            assertThat(columns.product(record, undeclared).toString())
                    .isEqualTo("{\"id\":\"1\",\"vidTovara\":\"обувь\",\"packings\":[{\"cena\":\"1.0\"}]}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Product.VersionNumber, 1.5",
        "Product.VersionNumber, 99999999999",
        "Product.Cena, 1E+401",
        "Product.SrokGodnosti, вчера",
        "Product.UnitConvertionRate, 1E+999999999"
    })
    void a_value_is_of_the_type_of_its_column(String column, String text) {
        BridgeException error = refused(() -> product(List.of("Product.Id", column), "1", text));
        assertThat(error.target()).hasValue(column);
        assertThat(error.getMessage()).contains(column, text);
    }

    @Test
    void an_empty_text_is_a_text_but_no_number_and_null_is_unset() {
        Properties product = product(
                List.of("Product.Id", "Product.Name", "Product.VersionNumber", "Product.Cena", "Product.Marking"),
                "1",
                "",
                "",
                "",
                null);
        assertThat(product.names()).containsExactly("id", "name");
        assertThat(product.text("name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "дорого", "1 000", "NaN", "0x10", "1e99999999999"})
    void a_number_is_written_with_a_point(String text) {
        BridgeException error = refused(() -> product(List.of("Product.Id", "Product.Cena"), "1", text));
        assertThat(error.target()).hasValue("Product.Cena");
        assertThat(error.getMessage()).contains(text);
    }

    @Test
    void a_flag_is_true_or_false_or_one_or_zero() {
        for (String yes : List.of("true", "True", "1")) {
            assertThat(product(List.of("Product.Id", "Product.Akciya"), "1", yes)
                            .flag("akciya"))
                    .isTrue();
        }
        for (String no : List.of("false", "FALSE", "0")) {
            assertThat(product(List.of("Product.Id", "Product.Akciya"), "1", no).get("akciya"))
                    .contains(Value.flag(false));
        }
        assertThat(refused(() -> product(List.of("Product.Id", "Product.Akciya"), "1", "да"))
                        .target())
                .hasValue("Product.Akciya");
    }

    @Test
    void columns_of_another_form_or_twice_or_without_the_id_are_refused() {
        for (List<String> wrong : List.of(
                List.of("Product.Id", "Name"),
                List.of("Product.Id", "Product."),
                List.of("Product.Id", ""),
                List.of("Product.Id", "Product.Name", "product.name"),
                List.of("Packing.Id"),
                List.<String>of())) {
            assertThat(refused(() -> ProductColumns.of(wrong)).target())
                    .as("%s", wrong)
                    .hasValue("lschema");
        }
        assertThat(ProductColumns.of(List.of("Packing.Id", "Product.ID")).idColumn())
                .isEqualTo(1);
    }

    @Test
    void a_record_has_a_value_for_each_column() {
        refused(() -> product(List.of("Product.Id", "Product.Name"), "1"));
        refused(() -> product(List.of("Product.Id"), "1", "2"));
    }

    @Test
    void records_of_one_product_are_merged_packing_by_packing() {
        List<String> columns = List.of("Product.Id", "Product.Name", "Packing.Id", "Packing.Name");
        Properties first = product(columns, "1", "старое", "шт", "штука");
        Properties second = product(columns, "1", "новое", "кор", "коробка");
        Properties again = product(columns, "1", "новое", "шт", "штучка");
        Properties merged = ProductColumns.merged(ProductColumns.merged(first, second), again);
        assertThat(merged.text("name")).isEqualTo("новое");
        assertThat(merged.objects("packings"))
                .extracting(packing -> packing.text("name"))
                .containsExactly("штучка", "коробка");
    }

    @Test
    void packings_without_an_id_are_all_kept() {
        List<String> columns = List.of("Product.Id", "Packing.Name");
        Properties merged = ProductColumns.merged(product(columns, "1", "а"), product(columns, "1", "б"));
        assertThat(merged.objects("packings")).hasSize(2);
        Properties bare = product(List.of("Product.Id"), "1");
        assertThat(ProductColumns.merged(bare, bare).has("packings")).isFalse();
    }
}
