package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.ConfiguredSchema;

class TabulationTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ComponentSchema SCHEMA = ConfiguredSchema.of(
            Map.of("Цены", "ИдТовара, Цена: Double, Поставка: DateTime, Скидка: Decimal, Акция: Boolean"),
            "tables",
            "Артикул Поставщика: String, Остаток: Int32",
            "product-fields");

    private final Tabulation products = Tabulation.ofProducts(SCHEMA.declarations(), MOSCOW);
    private final Tabulation rows = Tabulation.ofRows(SCHEMA.declarations(), MOSCOW, new FieldOwner.TableRows("Ceny"));

    private static Tabulation.Used used(Tabulation tabulation, Properties... entities) {
        Tabulation.Used used = tabulation.used();
        Arrays.stream(entities).forEach(used::add);
        return used;
    }

    private static Properties packing(String id, int units) {
        return Properties.builder().put("id", id).put("unitsQuantity", units).build();
    }

    private static BridgeException refused(Category category, Runnable call) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, call::run);
        assertThat(failure).as("a refusal").isNotNull();
        assertThat(failure.category()).isEqualTo(category);
        return failure;
    }

    @Test
    void a_product_is_a_row_for_each_of_its_packings() {
        Properties milk = Properties.builder()
                .put("id", "т1")
                .put("name", "Молоко")
                .put("basePackingId", "шт")
                .put("packings", List.of(packing("шт", 1), packing("кор", 12)))
                .build();
        Tabulation.Used columns = used(products, milk);
        assertThat(columns.names())
                .containsExactly(
                        "Product.Id", "Product.Name", "Product.BasePackingId", "Packing.UnitsQuantity", "Packing.Id");
        assertThat(columns.rows(milk))
                .containsExactly(
                        Arrays.asList("т1", "Молоко", "шт", 1.0, "шт"),
                        Arrays.asList("т1", "Молоко", "шт", 12.0, "кор"));
    }

    @Test
    void additional_fields_stand_under_their_russian_names_in_products_and_packings() {
        Properties milk = Properties.builder()
                .put("id", "т1")
                .put("artikulPostavshhika", "А-7")
                .put("packings", List.of(packing("шт", 1).with("ostatok", Value.number(5))))
                .build();
        Tabulation.Used columns = used(products, milk);
        assertThat(columns.names())
                .containsExactly(
                        "Product.Id",
                        "Product.Артикул Поставщика",
                        "Packing.UnitsQuantity",
                        "Packing.Id",
                        "Packing.Остаток");
        assertThat(columns.rows(milk)).containsExactly(Arrays.asList("т1", "А-7", 1.0, "шт", 5));
    }

    @Test
    void columns_are_those_that_any_needs_whatever_their_order_and_who_has_none_leaves_it_empty() {
        Properties named =
                Properties.builder().put("name", "Хлеб").put("id", "т1").build();
        Properties marked = Properties.builder()
                .put("marking", "М")
                .put("id", "т2")
                .put("name", Value.NULL)
                .build();
        Tabulation.Used columns = used(products, named, marked);
        assertThat(columns.names()).isEqualTo(used(products, marked, named).names());
        assertThat(columns.names()).containsExactly("Product.Id", "Product.Name", "Product.Marking");
        assertThat(columns.rows(named)).containsExactly(Arrays.asList("т1", "Хлеб", null));
        assertThat(columns.rows(marked)).containsExactly(Arrays.asList("т2", null, "М"));
    }

    @Test
    void a_row_of_a_table_has_the_values_in_their_declared_types() {
        Properties row = Properties.builder()
                .put("idTovara", "т1")
                .put("cena", 12)
                .put("postavka", "2024-03-01T10:00:00")
                .put("skidka", new BigDecimal("0.10"))
                .put("akciya", true)
                .build();
        Tabulation.Used columns = used(rows, row);
        assertThat(columns.names()).containsExactly("ИдТовара", "Цена", "Поставка", "Скидка", "Акция");
        assertThat(columns.rows(row))
                .containsExactly(List.of(
                        "т1", 12.0, OleDates.of(LocalDateTime.of(2024, 3, 1, 10, 0)), new BigDecimal("0.10"), true));
    }

    @Test
    void what_no_column_can_hold_is_refused_at_its_property() {
        rows.requirePlaces(Properties.builder()
                .put("idTovara", "т1")
                .put("index", 7)
                .put("uid", "")
                .build());
        assertThat(refused(
                                Category.UNSUPPORTED_HERE,
                                () -> rows.requirePlaces(
                                        Properties.builder().put("uid", "u-1").build()))
                        .target())
                .contains("uid");
        assertThat(refused(
                                Category.UNSUPPORTED_HERE,
                                () -> products.requirePlaces(Properties.builder()
                                        .put("id", "т1")
                                        .put(
                                                "packings",
                                                List.of(
                                                        packing("шт", 1),
                                                        packing("кор", 2).with("cvet", Value.text("к"))))
                                        .build()))
                        .target())
                .contains("packings[1].cvet");
        assertThat(refused(
                                Category.UNSUPPORTED_HERE,
                                () -> products.requirePlaces(Properties.builder()
                                        .put("classificatorIds", Value.items(List.of(Value.text("к1"))))
                                        .build()))
                        .target())
                .contains("classificatorIds");
    }

    @Test
    void a_value_that_its_column_does_not_hold_is_told() {
        Properties row = Properties.builder().put("cena", "дорого").build();
        assertThat(refused(Category.INVALID_REQUEST, () -> used(rows, row).rows(row))
                        .target())
                .contains("cena");
    }
}
