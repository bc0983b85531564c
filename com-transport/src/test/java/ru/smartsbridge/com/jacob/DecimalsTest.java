package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

class DecimalsTest {
    private static final Member MEMBER = Member.of("Price");

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.50",
        "0, 0",
        "-0.0001, -0.0001",
        "79228162514264337593543950335, 79228162514264337593543950335",
        "7.9228162514264337593543950335, 7.9228162514264337593543950335",
        "1E+3, 1000",
        "7.9E+28, 79000000000000000000000000000",
        "1.00000000000000000000000000000000000, 1",
        "0E-40, 0",
        "0E+900, 0",
    })
    void what_fits_is_the_same_number_with_its_own_scale_where_that_fits(String given, String carried) {
        assertThat(Decimals.carried(MEMBER, new BigDecimal(given))).isEqualTo(new BigDecimal(carried));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79228162514264337593543950336",
                "1E+29",
                "1E-29",
                "1E+2147483647",
                "0.12345678901234567890123456789"
            })
    void what_does_not_fit_is_refused_and_not_rounded(String given) {
        assertThatThrownBy(() -> Decimals.carried(MEMBER, new BigDecimal(given)))
                .isInstanceOf(ComFailure.class)
                .hasMessageContaining("Price")
                .hasMessageContaining("DECIMAL");
    }
}
