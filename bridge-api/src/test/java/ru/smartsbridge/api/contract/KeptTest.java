package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Carriage;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class KeptTest {
    private static final EntitySet<?> PRODUCTS = EntitySet.PRODUCTS;

    private final Kept exact = new Kept(base(Fidelity.EXACT, Way.ANY));
    private final Kept com = new Kept(base(ComFidelity.ENTRIES, Way.XML));

    private static ContractBase base(Fidelity fidelity, Way way) {
        return new ContractBase() {
            @Override
            public Transport transport() {
                throw new UnsupportedOperationException("nothing is asked of a base here");
            }

            @Override
            public Fidelity fidelity() {
                return fidelity;
            }

            @Override
            public Way way() {
                return way;
            }
        };
    }

    private static Properties product(Value rate) {
        return Properties.builder()
                .put("id", "1")
                .put("unitConvertionRate", rate)
                .build();
    }

    private static Properties number(String literal) {
        return product(new Value.Number(literal));
    }

    @Test
    void without_entries_nothing_may_differ() {
        Properties sent = number("1.0");
        assertThatCode(() -> exact.isKept(PRODUCTS, sent, sent.with("more", Value.NULL)))
                .doesNotThrowAnyException();
        for (Properties given : List.of(
                number("1"),
                number("1.00"),
                product(Value.text("1.0")),
                product(Value.NULL),
                sent.without("unitConvertionRate"),
                Properties.builder()
                        .put("unitConvertionRate", new Value.Number("1.0"))
                        .put("id", "1")
                        .build())) {
            assertThatThrownBy(() -> exact.isKept(PRODUCTS, sent, given))
                    .as("%s", given)
                    .isInstanceOf(AssertionError.class);
        }
        assertThat(exact.unused()).isEmpty();
    }

    @Test
    void an_entry_lets_its_difference_through_and_no_other() {
        Properties sent = number("0.30000000000000004");
        assertThatCode(() -> com.isKept(PRODUCTS, sent, number("0.3"))).doesNotThrowAnyException();
        for (Properties given : List.of(number("0.30000000000001"), product(Value.NULL), product(Value.text("0.3")))) {
            assertThatThrownBy(() -> com.isKept(PRODUCTS, sent, given))
                    .as("%s", given)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("unitConvertionRate");
        }
        Properties named = sent.with("versionNumber", new Value.Number("1.0"));
        assertThatThrownBy(() -> com.isKept(PRODUCTS, named, named.with("versionNumber", new Value.Number("1"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_entry_is_unused_until_a_difference_needs_it() {
        assertThat(com.unused())
                .contains("product-number-digits", "packing-barcodes")
                .doesNotContain("date-millisecond");
        com.isKept(PRODUCTS, number("1"), number("1"));
        assertThat(com.unused()).contains("product-number-digits");
        com.isKept(PRODUCTS, number("1.0"), number("1"));
        assertThat(com.unused()).doesNotContain("product-number-digits").contains("quantity-digits");
    }

    private static ThrowingCallable failing(Category category, String target) {
        return () -> {
            throw new BridgeException(category, Text.verbatim("refused")).at(target);
        };
    }

    @Test
    void what_is_not_carried_has_to_be_refused_by_its_name() {
        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("barcodes", List.of(Value.text("1")))
                .build();
        Properties product = number("1").with("packings", Value.items(List.of(packing.without("barcodes"), packing)));
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> {},
                failing(Category.UNSUPPORTED_HERE, "packings[0].barcodes"),
                failing(Category.NOT_FOUND, "packings[1].barcodes"))) {
            assertThatThrownBy(() -> com.refuses(PRODUCTS, Stream.of(product), write))
                    .isInstanceOf(AssertionError.class);
        }
        assertThat(com.unused()).contains("packing-barcodes");
        com.refuses(PRODUCTS, Stream.of(product), failing(Category.UNSUPPORTED_HERE, "packings[1].barcodes"));
        assertThat(com.unused()).doesNotContain("packing-barcodes");
        assertThat(com.carried(PRODUCTS, product).objects("packings"))
                .containsExactly(packing.without("barcodes"), packing.without("barcodes"));
    }

    @Test
    void what_is_carried_is_not_expected_to_be_refused() {
        ThrowingCallable unexpected = failing(Category.INTERNAL, "id");
        assertThatCode(() -> com.refuses(PRODUCTS, Stream.of(number("1")), unexpected))
                .doesNotThrowAnyException();
        assertThatCode(() -> exact.refuses(PRODUCTS, Stream.of(number("79228162514264337593543950335")), unexpected))
                .doesNotThrowAnyException();
        assertThat(new Carriage(ComFidelity.ENTRIES, Way.XML)
                        .refusals(SetKind.PRODUCTS, number("79228162514264337593543950335")))
                .extracting(Carriage.Refusal::path)
                .containsExactly("unitConvertionRate");
    }

    @Test
    void absence_is_compared_as_well() {
        exact.isKept(SetKind.TABLES, "cena", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> exact.isKept(SetKind.TABLES, "cena", Optional.empty(), Optional.of(Value.NULL)))
                .isInstanceOf(AssertionError.class);
        com.isKept(SetKind.TABLES, "cena", Optional.empty(), Optional.of(Value.number(0)));
        assertThatThrownBy(() -> com.isKept(SetKind.TABLES, "cena", Optional.empty(), Optional.of(Value.number(1))))
                .isInstanceOf(AssertionError.class);
    }
}
