package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.jacob.com.Currency;
import com.jacob.com.SafeArray;
import com.jacob.com.Variant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.OleDate;

/** VARIANTs both ways: made here where the component would not answer them, kept by the component where it can. */
@ExtendWith(OnApartment.class)
class ValuesInWindows {
    private static final Member MEMBER = Member.of("Any");
    private static final Member SET_FIELD = Member.of("SetField");
    private static final Member GET_FIELD = Member.of("GetField");

    private final MemberIds ids = new MemberIds(Map.of());

    private Object out(Variant variant) {
        try {
            return Values.out(MEMBER, variant, ids);
        } finally {
            variant.safeRelease();
        }
    }

    private Object there_and_back(Object value) {
        return out(Values.in(MEMBER, value));
    }

    private static Variant number(long value, int type) {
        Variant variant = new Variant();
        variant.putLong(value);
        variant.changeType((short) type);
        assertThat(variant.getvt() & 0xFFFF).isEqualTo(type);
        return variant;
    }

    /** What a field of a product keeps of a value. */
    private static Object kept(Object value) {
        try (AutomationObject product = OnApartment.automation().create("Cleverence.Warehouse.Product")) {
            product.call(SET_FIELD, "Поле", value);
            return product.call(GET_FIELD, "Поле");
        }
    }

    @Test
    void whole_numbers_of_every_width_come_as_the_smallest_type_that_holds_them() {
        assertThat(out(number(-128, 16))).as("I1").isEqualTo(-128);
        assertThat(out(number(255, 17))).as("UI1").isEqualTo(255);
        assertThat(out(number(-32768, 2))).as("I2").isEqualTo(-32768);
        assertThat(out(number(65535, 18))).as("UI2").isEqualTo(65535);
        assertThat(out(number(Integer.MIN_VALUE, 3))).as("I4").isEqualTo(Integer.MIN_VALUE);
        assertThat(out(number(7, 19))).as("UI4").isEqualTo(7);
        assertThat(out(number(4294967295L, 19))).as("UI4").isEqualTo(4294967295L);
        assertThat(out(number(Long.MIN_VALUE, 20))).as("I8").isEqualTo(Long.MIN_VALUE);
        assertThat(out(number(-5, 22))).as("INT").isEqualTo(-5);
        assertThat(out(number(4294967295L, 23))).as("UINT").isEqualTo(4294967295L);
    }

    @Test
    void the_largest_unsigned_number_of_64_bits_is_kept() {
        Variant variant = new Variant();
        variant.putDecimal(new BigDecimal("18446744073709551615"));
        variant.changeType((short) 21);
        assertThat(variant.getvt()).isEqualTo((short) 21);
        assertThat(out(variant)).isEqualTo(new BigDecimal("18446744073709551615"));
    }

    @Test
    void nothing_and_null_are_null() {
        Variant nothing = new Variant();
        nothing.putNull();
        assertThat(out(nothing)).isNull();
        assertThat(out(new Variant())).isNull();
        Variant noObject = new Variant();
        noObject.putNothing();
        assertThat(out(noObject)).isNull();
    }

    @Test
    void an_error_in_place_of_a_value_is_no_value_and_not_the_calls_own_error() {
        Variant error = new Variant();
        error.putError(0x800706BA);
        Variant leftOut = new Variant();
        leftOut.putNoParam();
        for (Variant answer : new Variant[] {error, leftOut}) {
            ComFailure failure = catchThrowableOfType(ComFailure.class, () -> out(answer));
            assertThat(failure.hresult()).isEqualTo(ComFailure.UNEXPECTED_ANSWER);
            assertThat(failure.sessionGone()).isFalse();
        }
    }

    @Test
    void money_is_exact() {
        Variant money = new Variant();
        money.putCurrency(new Currency(123456789012345678L));
        assertThat(out(money)).isEqualTo(new BigDecimal("12345678901234.5678"));
    }

    @Test
    void a_date_is_its_days_also_before_1899_and_at_zero() {
        for (double days : new double[] {0.0, 0.5, -1.25, 45824.5, 41426.123456789}) {
            assertThat(there_and_back(new OleDate(days))).isEqualTo(new OleDate(days));
        }
    }

    @Test
    void decimals_of_96_bits_and_every_scale_come_back_with_their_scale() {
        BigDecimal largest = new BigDecimal("79228162514264337593543950335");
        for (int scale = 0; scale <= 28; scale++) {
            for (String digits : List.of("0", "1", "4294967296", "18446744073709551616", largest.toString())) {
                BigDecimal number = new BigDecimal(new java.math.BigInteger(digits), scale);
                assertThat(there_and_back(number)).isEqualTo(number);
                assertThat(there_and_back(number.negate())).isEqualTo(number.negate());
            }
        }
        assertThat(kept(new BigDecimal("12.50"))).isEqualTo(new BigDecimal("12.50"));
        assertThat(kept(largest.negate())).isEqualTo(largest.negate());
    }

    @Test
    void the_component_keeps_plain_values() {
        assertThat(kept(7)).isEqualTo(7);
        assertThat(kept(0.1)).isEqualTo(0.1);
        assertThat(kept(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(kept(true)).isEqualTo(true);
        assertThat(kept(new OleDate(45824.5))).isEqualTo(new OleDate(45824.5));
        assertThat(kept(null)).isNull();
    }

    @Test
    void text_is_kept_to_the_letter() {
        for (String text : List.of(
                "",
                "Молоко <3%> & \"Ко\"",
                "\u001D0104601234567890",
                "\uD83D\uDCE6 коробка",
                "\r\n\t",
                "x".repeat(1 << 20),
                "ы".repeat(1 << 20))) {
            assertThat(there_and_back(text)).isEqualTo(text);
            assertThat(kept(text)).isEqualTo(text);
        }
    }

    @Test
    void half_a_surrogate_pair_crosses_as_it_is() {
        assertThat(there_and_back("\uD83D")).isEqualTo("\uD83D");
    }

    @Test
    void text_goes_on_after_a_character_zero() {
        assertThat(there_and_back("а\0б")).isEqualTo("а\0б");
        assertThat(kept("а\0б")).isEqualTo("а\0б");
    }

    @Test
    void lists_are_arrays_of_variants() {
        List<Object> list = Arrays.asList(1, "два", null, new BigDecimal("3.30"), 4.5, false, List.of("в", "нём"));
        assertThat(there_and_back(list)).isEqualTo(list);
        assertThat(there_and_back(List.of())).isEqualTo(List.of());
    }

    @Test
    void an_array_of_texts_is_a_list() {
        SafeArray texts = new SafeArray(Variant.VariantString, 2);
        texts.setString(0, "один");
        texts.setString(1, "");
        Variant variant = new Variant();
        variant.putSafeArray(texts);
        texts.safeRelease();
        assertThat(out(variant)).isEqualTo(List.of("один", ""));
    }

    @Test
    void an_array_that_is_not_understood_is_named_by_its_number() {
        SafeArray doubles = new SafeArray(Variant.VariantDouble, 2);
        Variant variant = new Variant();
        variant.putSafeArray(doubles);
        doubles.safeRelease();
        ComFailure failure = catchThrowableOfType(ComFailure.class, () -> out(variant));
        assertThat(failure.hresult()).isEqualTo(ComFailure.NOT_CARRIED);
        assertThat(failure).hasMessageContaining("VT 8197");
        SafeArray table = new SafeArray(Variant.VariantVariant, 2, 2);
        Variant square = new Variant();
        square.putSafeArray(table);
        table.safeRelease();
        assertThat(catchThrowableOfType(ComFailure.class, () -> out(square))).hasMessageContaining("VT 8204");
    }

    @Test
    void values_by_reference_are_taken_from_where_they_are() {
        Variant text = new Variant();
        text.putStringRef("по ссылке");
        assertThat(out(text)).isEqualTo("по ссылке");
        Variant number = new Variant();
        number.putIntRef(42);
        assertThat(out(number)).isEqualTo(42);
        Variant date = new Variant();
        date.putDateRef(0.25);
        assertThat(out(date)).isEqualTo(new OleDate(0.25));
        Variant decimal = new Variant();
        decimal.putDecimalRef(new BigDecimal("1.20"));
        assertThat(out(decimal)).isEqualTo(new BigDecimal("1.20"));
    }

    @Test
    void an_object_behind_an_unknown_interface_is_asked_for_its_members() {
        try (AutomationObject product = OnApartment.automation().create("Cleverence.Warehouse.Product")) {
            product.put(Member.of("Id"), "п1");
            Variant unknown = Values.in(MEMBER, product);
            unknown.changeType((short) 13);
            assertThat(unknown.getvt()).isEqualTo((short) 13);
            try (AutomationObject again = (AutomationObject) out(unknown)) {
                assertThat(again.get(Member.of("Id"))).isEqualTo("п1");
            }
        }
    }
}
