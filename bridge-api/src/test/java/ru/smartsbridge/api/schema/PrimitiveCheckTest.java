package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.value.Value;

class PrimitiveCheckTest {
    private static final PrimitiveCheck MOSCOW = new PrimitiveCheck(ZoneId.of("Europe/Moscow"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Edm.Byte | 0 255 1.0 2E+2 | -1 256 0.5",
                "Edm.Int16 | -32768 32767 0 | 32768 -32769 1.1",
                "Edm.Int32 | -2147483648 2147483647 1.000 1e3 | 2147483648 -2147483649 0.1 1e10",
                "Edm.Int64 | -9223372036854775808 9223372036854775807 | 9223372036854775808 1e19 1e999999999",
                "Edm.Decimal | 0 -1.50 12345678901234567890.1234567 1e400 1e-400 0e400 | 1e401 1e-401 0e401 10e400 1e999999999 -1e-999999999",
                "Edm.Double | 0 -1.50 1e400 | 1e401 -1e999999999",
                "Edm.Single | 0 -1.50 | 1e401"
            })
    void numbers_have_the_range_of_their_type(String type, String right, String wrong) {
        Arrays.stream(right.trim().split(" "))
                .map(Value.Number::new)
                .forEach(number -> assertThat(MOSCOW.checked(type.trim(), number))
                        .as("%s", number)
                        .contains(number));
        Arrays.stream(wrong.replace("'", "").trim().split(" "))
                .filter(literal -> !literal.isEmpty())
                .map(Value.Number::new)
                .forEach(number -> assertThat(MOSCOW.checked(type.trim(), number))
                        .as("%s", number)
                        .isEmpty());
        for (Value other : new Value[] {Value.text("1"), Value.flag(true), Value.NULL}) {
            assertThat(MOSCOW.checked(type.trim(), other)).as("%s", other).isEmpty();
        }
    }

    @Test
    @Timeout(5)
    void a_number_of_a_billion_digits_is_refused_without_making_them() {
        for (String literal : new String[] {"1e999999999", "1e-999999999", "-5E-888888888"}) {
            assertThat(MOSCOW.checked("Edm.Int32", new Value.Number(literal)))
                    .as(literal)
                    .isEmpty();
        }
        assertThat(MOSCOW.checked("Edm.Int32", new Value.Number("0e-999999999")))
                .isPresent();
        assertThat(MOSCOW.checked("Edm.Int32", new Value.Number("0e999999999"))).isPresent();
    }

    @Test
    void doubles_may_be_no_number_by_name() {
        for (String name : new String[] {"NaN", "INF", "-INF"}) {
            assertThat(MOSCOW.checked("Edm.Double", Value.text(name))).contains(Value.text(name));
            assertThat(MOSCOW.checked("Edm.Decimal", Value.text(name))).isEmpty();
        }
        assertThat(MOSCOW.checked("Edm.Double", Value.text("Infinity"))).isEmpty();
    }

    @Test
    void texts_and_flags_are_nothing_else() {
        assertThat(MOSCOW.checked("Edm.String", Value.text(""))).contains(Value.text(""));
        assertThat(MOSCOW.checked("Edm.String", Value.number(1))).isEmpty();
        assertThat(MOSCOW.checked("Edm.Guid", Value.flag(true))).isEmpty();
        assertThat(MOSCOW.checked("Edm.Boolean", Value.flag(false))).contains(Value.flag(false));
        assertThat(MOSCOW.checked("Edm.Boolean", Value.text("false"))).isEmpty();
        assertThat(MOSCOW.checked("Edm.Boolean", Value.number(0))).isEmpty();
        assertThat(MOSCOW.checked("Edm.GeographyPoint", Value.number(0))).contains(Value.number(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-16T09:58:43.7526682+03:00, 2025-06-16T09:58:43.7526682+03:00",
        "2025-06-16T09:58:43.8000000, 2025-06-16T09:58:43.8000000+03:00",
        "2025-01-16T09:58:43, 2025-01-16T09:58:43+03:00",
        "2010-07-01T00:00:00, 2010-07-01T00:00:00+04:00",
        "2010-01-01T00:00:00, 2010-01-01T00:00:00+03:00",
        "2025-01-16T09:58, 2025-01-16T09:58+03:00",
        "2025-01-16T09:58:43.123456789012, 2025-01-16T09:58:43.123456789012+03:00",
        "2025-01-16T09:58:43Z, 2025-01-16T09:58:43Z",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
    })
    void a_date_without_an_offset_gets_the_one_that_the_zone_has_then(String given, String stored) {
        assertThat(MOSCOW.checked("Edm.DateTimeOffset", Value.text(given))).contains(Value.text(stored));
    }

    @Test
    void another_zone_has_its_summer_and_its_winter() {
        PrimitiveCheck berlin = new PrimitiveCheck(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.checked("Edm.DateTimeOffset", Value.text("2025-07-01T12:00:00")))
                .contains(Value.text("2025-07-01T12:00:00+02:00"));
        assertThat(berlin.checked("Edm.DateTimeOffset", Value.text("2025-12-01T12:00:00")))
                .contains(Value.text("2025-12-01T12:00:00+01:00"));
        assertThat(new PrimitiveCheck(ZoneId.of("UTC"))
                        .checked("Edm.DateTimeOffset", Value.text("2025-12-01T12:00:00")))
                .contains(Value.text("2025-12-01T12:00:00+00:00"));
        assertThat(new PrimitiveCheck(ZoneId.of("Asia/Kolkata"))
                        .checked("Edm.DateTimeOffset", Value.text("2025-12-01T12:00:00")))
                .contains(Value.text("2025-12-01T12:00:00+05:30"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-16",
        "2025-02-30T00:00:00",
        "2025-06-16T25:00:00",
        "2025-06-16 09:58:43",
        "16.06.2025 09:58:43",
        "2025-06-16T09:58:43+3",
        "2025-06-16T09:58:43+25:00",
        "''"
    })
    void what_is_no_date_is_refused(String text) {
        assertThat(MOSCOW.checked("Edm.DateTimeOffset", Value.text(text))).isEmpty();
        assertThat(MOSCOW.checked("Edm.DateTimeOffset", Value.number(20250616))).isEmpty();
    }

    @Test
    void durations_are_those_of_the_standard() {
        for (String right : new String[] {
            "PT0S", "P1D", "-P1DT2H3M4.5678901S", Duration.ofHours(30).toString()
        }) {
            assertThat(MOSCOW.checked("Edm.Duration", Value.text(right)))
                    .as(right)
                    .isPresent();
        }
        for (String wrong : new String[] {"P", "PT", "1:00", "P1Y", "00:05:00", ""}) {
            assertThat(MOSCOW.checked("Edm.Duration", Value.text(wrong)))
                    .as(wrong)
                    .isEmpty();
        }
    }

    @Test
    void field_types_of_mobile_smarts_are_types_of_odata_in_any_case() {
        assertThat(PrimitiveCheck.edmType("DateTime")).hasValue("Edm.DateTimeOffset");
        assertThat(PrimitiveCheck.edmType("dEcImAl")).hasValue("Edm.Decimal");
        assertThat(PrimitiveCheck.edmType("Object")).isEqualTo(Optional.empty());
        assertThat(PrimitiveCheck.edmType("")).isEmpty();
    }
}
