package ru.smartsbridge.api.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class ComFidelityTest {
    private static final Path DOCS = Path.of("../docs/com.md");
    private static final Path RUSSIAN_DOCS = Path.of("../docs/com.ru.md");

    private static Comparison.Outcome compared(Way way, SetKind kind, String path, Value sent, Value given) {
        return new Comparison(ComFidelity.ENTRIES, way, ZoneId.of("Europe/Moscow"))
                .value(new Spot(kind, List.of(path.split("/"))), Optional.ofNullable(sent), Optional.ofNullable(given));
    }

    @Test
    void the_docs_print_the_entries() throws IOException {
        assertThat(Files.readString(DOCS))
                .contains("<!-- fidelity -->\n" + ComFidelity.ENTRIES.markdown() + "<!-- /fidelity -->");
    }

    @Test
    void the_russian_docs_have_each_entry_in_their_own_words() throws IOException {
        List<String[]> rows = Files.readAllLines(RUSSIAN_DOCS).stream()
                .dropWhile(line -> !line.equals("<!-- fidelity -->"))
                .skip(3)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(2).split(" \\| "))
                .toList();
        assertThat(rows)
                .extracting(row -> row[0] + " " + row[2])
                .containsExactlyElementsOf(ComFidelity.ENTRIES.entries().stream()
                        .map(entry -> entry.id() + " " + entry.way().name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row[3]).containsPattern("[а-яё]{3}");
            assertThat(row[4]).containsPattern("[А-Яа-яё]{2}");
        });
    }

    @Test
    void every_entry_tells_its_fact_and_no_name_comes_twice() {
        assertThat(ComFidelity.ENTRIES.entries())
                .allSatisfy(entry -> assertThat(entry.fact()).endsWith("."))
                .allSatisfy(entry -> assertThat(entry.where().paths()).isNotEmpty());
        Entry one = ComFidelity.ENTRIES.entries().get(0);
        assertThatThrownBy(() -> new Fidelity(List.of(one, one))).hasMessageContaining(one.id());
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3, true",
        "12345678901234567890.1234567, 12345678901234600000, true",
        "1.000, 1, true",
        "1E+2, 100, true",
        "-0.0000001, -1E-7, true",
        "1E-30, 0, true",
        "1, 1.0000000000001, false",
        "1, -1, false",
        "1E-20, 0, false"
    })
    void a_quantity_has_fifteen_digits(String sent, String given, boolean same) {
        assertThat(compared(
                                Way.ANY,
                                SetKind.DOCS,
                                "declaredItems/declaredQuantity",
                                new Value.Number(sent),
                                new Value.Number(given))
                        .carried())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "XML, 2025-06-16T09:58:43.7526682+03:00, 2025-06-16T06:58:43.7526682+00:00, true",
        "XML, 2025-06-16T09:58:43, 2025-06-16T09:58:43+03:00, true",
        "XML, 2013-06-16T09:58:43, 2013-06-16T09:58:43+04:00, true",
        "XML, 2025-06-16T09:58:43.7526682+03:00, 2025-06-16T09:58:43.7526681+03:00, false",
        "PROPERTIES, 2025-06-16T09:58:43.7526682+03:00, 2025-06-16T09:58:43.752+03:00, true",
        "PROPERTIES, 2025-06-16T09:58:43.7526682+03:00, 2025-06-16T09:58:43.750+03:00, false",
        "XML, 0001-01-01T00:00:00, 0001-01-01T00:00:00, true",
        "XML, 0001-01-01T00:00:00, , false",
        "XML, 2025-06-16T09:58:43, 0001-01-01T00:00:00, false",
        "XML, 2025-06-16T09:58:43, , false"
    })
    void a_date_is_a_moment_to_the_precision_of_its_way(Way way, String sent, String given, boolean same) {
        Value theirs = given == null ? null : Value.text(given);
        assertThat(compared(way, SetKind.DOCS, "currentItems/expiredDate", Value.text(sent), theirs)
                        .carried())
                .isEqualTo(same);
    }

    @Test
    void a_packing_without_a_name_is_called_by_its_id() {
        Comparison comparison = new Comparison(ComFidelity.ENTRIES, Way.XML, ZoneId.of("UTC"));
        assertThat(comparison
                        .entity(SetKind.PRODUCTS, packing(""), packing("k"))
                        .carried())
                .isTrue();
        assertThat(comparison
                        .entity(SetKind.PRODUCTS, packing(""), packing("x"))
                        .differences())
                .extracting(Difference::path)
                .containsExactly("packings[0].name");
        assertThat(comparison
                        .entity(SetKind.PRODUCTS, packing("y"), packing("k"))
                        .carried())
                .isFalse();
    }

    private static Properties packing(String name) {
        Properties packing =
                Properties.builder().put("id", "k").put("name", name).build();
        return Properties.builder().put("packings", List.of(packing)).build();
    }

    @Test
    void additional_fields_are_told_from_a_types_own_properties() {
        assertThat(compared(Way.XML, SetKind.PRODUCTS, "packings/cvet", Value.NULL, null)
                        .carried())
                .isTrue();
        assertThat(compared(Way.XML, SetKind.PRODUCTS, "packings/marking", Value.NULL, null)
                        .carried())
                .isFalse();
    }

    @Test
    void a_write_is_refused_with_the_path_of_what_is_not_carried() {
        Carriage carriage = new Carriage(ComFidelity.ENTRIES, Way.XML);
        Properties packing =
                Properties.builder().put("id", "1").put("unitsQuantity", 0).build();
        Properties product =
                Properties.builder().put("packings", List.of(packing)).build();
        assertThatThrownBy(() -> carriage.require(SetKind.PRODUCTS, product))
                .isInstanceOfSatisfying(BridgeException.class, error -> {
                    assertThat(error.category()).isEqualTo(Category.UNSUPPORTED_HERE);
                    assertThat(error.target()).hasValue("packings[0].unitsQuantity");
                });
        carriage.require(SetKind.PRODUCTS, product.without("packings"));
        new Carriage(Fidelity.EXACT, Way.ANY).require(SetKind.PRODUCTS, product);
    }

    @ParameterizedTest
    @CsvSource({
        "79228162514264337593543950335, true",
        "-79228162514264337593543950335, true",
        "79228162514264337593543950336, false",
        "1E+28, true",
        "1E+29, false",
        "1E+999999999, false",
        "0.0000000000000000000000000001, true",
        "0.00000000000000000000000000001, false",
        "7.9228162514264337593543950335, true"
    })
    void a_decimal_has_96_bits_and_28_decimals(String literal, boolean carried) {
        Properties product =
                Properties.builder().put("cena", new Value.Number(literal)).build();
        assertThat(new Carriage(ComFidelity.ENTRIES, Way.XML)
                        .refusals(SetKind.PRODUCTS, product)
                        .isEmpty())
                .isEqualTo(carried);
    }
}
