package ru.smartsbridge.com.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;

class ConfiguredSchemaTest {
    private static ComponentSchema schema(Map<String, String> tables, String productFields) {
        return ConfiguredSchema.of(tables, "tables", productFields, "product-fields");
    }

    @Test
    void tables_are_sets_and_fields_have_names_and_types() {
        ComponentSchema schema = schema(Map.of("Цены", "ИдТовара: String, Цена, Вид цены:Double"), "Артикул: string");
        assertThat(schema.schema().edmx().set("Tables/Ceny")).isPresent();
        assertThat(schema.schema().names().tableName("Ceny")).contains("Цены");
        assertThat(schema.schema()
                        .fields(new FieldOwner.TableRows("Ceny"))
                        .orElseThrow()
                        .types())
                .containsEntry("idTovara", "String")
                .containsEntry("cena", "")
                .containsEntry("vidCeny", "Double");
        assertThat(schema.schema()
                        .fields(new FieldOwner.Products())
                        .orElseThrow()
                        .types())
                .containsOnlyKeys("artikul");
        assertThat(schema.declarations()
                        .fields(new FieldOwner.TableRows("Ceny"))
                        .byProperty("vidCeny"))
                .hasValueSatisfying(field -> assertThat(field.name()).isEqualTo("Вид цены"));
    }

    @Test
    void a_base_of_which_nothing_is_said_has_products_and_no_table() {
        ComponentSchema schema = schema(Map.of(), " ");
        assertThat(schema.schema().edmx().set("Products")).isPresent();
        assertThat(schema.schema().edmx().sets().keySet()).noneMatch(name -> name.startsWith("Tables/"));
        assertThat(schema.schema().fields(new FieldOwner.Products())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' ", "'ИдТовара,, Цена'", "'Цена: Деньги'", "'Цена:'", "': Double'", "'Цена, Цена: Double'"})
    void fields_that_are_none_are_told_at_their_key(String fields) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, () -> schema(Map.of("Цены", fields), ""));
        assertThat(failure).as(fields).isNotNull();
        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.target()).contains("tables");
        assertThat(failure.text().in(Locale.forLanguageTag("ru"))).containsPattern("[а-яё]{3}");
    }
}
