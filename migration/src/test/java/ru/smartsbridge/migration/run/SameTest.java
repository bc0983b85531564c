package ru.smartsbridge.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.rule.Action;
import ru.smartsbridge.migration.rule.Normaliser;
import ru.smartsbridge.migration.rule.OwnRule;

/** What is no difference is not reported: by nature, because COM cannot carry it, or because a rule says so. */
class SameTest {
    private static final String ORDERS = "Docs/PodborZakaza";
    private static final String PRICES = "Tables/Ceny";
    private static final String RESERVE = "Tables/Rezerv";

    /**
     * Two bases that are the same.
     *
     * @param what is written otherwise at the candidate
     * @param rules under which they are the same
     */
    record Case(String what, Consumer<TestBase> control, Consumer<TestBase> candidate, List<OwnRule> rules) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, Consumer<TestBase> candidate, OwnRule... rules) {
        return new Case(what, base -> {}, candidate, List.of(rules));
    }

    private static Case com(String what, Consumer<TestBase> candidate) {
        return new Case(what, base -> base.behind(ComFidelity.ENTRIES), candidate, List.of());
    }

    static Stream<Case> cases() {
        return Stream.of(numbersAndTexts(), moments(), order(), keys(), com(), rules())
                .flatMap(List::stream);
    }

    private static List<Case> numbersAndTexts() {
        return List.of(
                of("nothing at all", base -> {}),
                of("1.0 and 1", base -> base.put("Products", 0, "unitConvertionRate", number("1"))),
                of("5 and 5.000", base -> base.put(ORDERS, 0, "declaredItems.0.declaredQuantity", number("5.000"))),
                of("0 and -0.0", base -> base.put(ORDERS, 0, "declaredItems.0.currentQuantity", number("-0.0"))),
                of(
                        "12 and 1.2E+1",
                        base -> base.put("Products", 0, "packings.2.unitsQuantity", new Value.Number("1.2E+1"))),
                of(
                        "a price with zeros behind it",
                        base -> base.change(
                                "Products",
                                0,
                                "cena",
                                price -> number(((Value.Number) price).decimal().toPlainString() + "00"))),
                new Case(
                        "1 and 1.0 in the key of a row",
                        base -> base.put(PRICES, 0, "vidCeny", number("1")),
                        base -> base.put(PRICES, 0, "vidCeny", number("1.0")),
                        List.of()));
    }

    private static List<Case> moments() {
        return List.of(
                of(
                        "the same moment with another offset",
                        base -> base.change(
                                ORDERS,
                                0,
                                "createDate",
                                date -> Value.text(OffsetDateTime.parse(text(date))
                                        .withOffsetSameInstant(ZoneOffset.ofHours(3))
                                        .toString()))),
                of("Z and +00:00", base -> base.put(ORDERS, 0, "dataOtgruzki", Value.text("2025-06-18T00:00:00Z"))),
                of(
                        "seven digits of a second and three",
                        base -> base.put(ORDERS, 0, "dataOtgruzki", Value.text("2025-06-18T00:00:00.0000000+00:00"))),
                of(
                        "no date with an offset and without",
                        base -> base.put(
                                ORDERS, 0, "declaredItems.0.expiredDate", Value.text("0001-01-01T00:00:00+03:00"))),
                of(
                        "no offset, in a base whose zone says it",
                        base -> base.in(ZoneId.of("Europe/Moscow"))
                                .put(ORDERS, 0, "dataOtgruzki", Value.text("2025-06-18T03:00:00"))),
                new Case(
                        "lengths of time in hours and in minutes",
                        base -> base.put(ORDERS, 0, "states", states("PT1H")),
                        base -> base.put(ORDERS, 0, "states", states("PT60M")),
                        List.of()));
    }

    private static List<Case> order() {
        return List.of(
                of("products in another order", base -> Collections.reverse(base.set("Products"))),
                of("documents in another order", base -> Collections.reverse(base.set(ORDERS))),
                of("rows in another order, of a table with a key", base -> Collections.reverse(base.set(PRICES))),
                of("rows in another order, of a table without a key", base -> Collections.reverse(base.set(RESERVE))),
                of("properties in another order", base -> base.change(ORDERS, 0, "", SameTest::sorted)),
                of("packings in another order", base -> base.change("Products", 0, "packings", TestBase::reversed)),
                of(
                        "declared fields in another order",
                        base -> base.change("TablesInfo", 1, "fields", TestBase::reversed)),
                of(
                        "combined lines in another order",
                        base -> base.change(ORDERS, 0, "combinedItems", TestBase::reversed)),
                new Case(
                        "warehouses of a user in another order",
                        base -> base.put("Users", 0, "warehouseIds", texts("1", "2")),
                        base -> base.put("Users", 0, "warehouseIds", texts("2", "1")),
                        List.of()),
                of(
                        "lines and rows whose index is not their place",
                        base -> base.put(ORDERS, 0, "declaredItems.0.index", number("7"))
                                .put(PRICES, 0, "index", number("7"))));
    }

    private static List<Case> keys() {
        return List.of(
                of(
                        "combined lines whose uids are made up",
                        base -> base.put(ORDERS, 0, "combinedItems.0.uid", Value.text("made-up"))),
                of(
                        "rows with uids of their own, of a table with a key",
                        base -> base.put(PRICES, 0, "uid", Value.text("other"))),
                of("rows with uids of their own, of a table without a key", base -> {
                    for (int i = 0; i < 3; i++) {
                        base.put(RESERVE, i, "uid", Value.text("other-" + i));
                    }
                }),
                of(
                        "annotations",
                        base -> base.change(
                                "Products",
                                0,
                                "",
                                product -> ((Properties) product).with("@odata.etag", Value.text("W/1")))),
                new Case(
                        "two equal rows of a table without a key",
                        base -> base.set(RESERVE).add(base.set(RESERVE).get(0)),
                        base -> base.set(RESERVE).add(0, base.set(RESERVE).get(0)),
                        List.of()));
    }

    private static List<Case> com() {
        return List.of(
                com(
                        "COM: fifteen digits of a quantity",
                        base -> base.behind(ComFidelity.ENTRIES)
                                .put(ORDERS, 0, "declaredItems.0.declaredQuantity", number("5.000000000000001"))),
                com(
                        "COM: a null of an additional product field is absent",
                        base -> base.put("Products", 0, "netIzvestno", Value.NULL)),
                com(
                        "COM: a packing's barcodes are not carried",
                        base -> base.put("Products", 0, "packings.0.barcodes", texts("4600070000007", "x"))),
                new Case(
                        "COM: an unset column comes as its type's default",
                        base -> base.behind(ComFidelity.ENTRIES).put(PRICES, 0, "valyuta", Value.text("")),
                        base -> base.put(PRICES, 0, "valyuta", Value.NULL),
                        List.of()),
                new Case(
                        "COM: a hashed password",
                        base -> base.behind(ComFidelity.ENTRIES)
                                .put("Users", 0, "password", Value.text("MD5" + "0".repeat(32))),
                        base -> {},
                        List.of()));
    }

    private static List<Case> rules() {
        return List.of(
                of(
                        "a rule ignores a field, by its Russian name",
                        base -> base.remove(ORDERS, 0, "rezhimUpakovok"),
                        rule("Docs/*", "РежимУпаковок", new Action.Ignore())),
                of(
                        "a rule ignores a field in every set",
                        base -> base.put(ORDERS, 0, "createDate", Value.NULL),
                        rule("**", "createDate", new Action.Ignore())),
                of(
                        "a rule ignores all below an object",
                        base -> base.put(ORDERS, 0, "declaredItems.0.packing.name", Value.text("?")),
                        rule("Docs/*", "declaredItems/packing", new Action.Ignore())),
                of(
                        "a rule ignores what is more",
                        base -> base.put("Products", 0, "novoe", number("1")),
                        rule("Products", "*", new Action.Ignore(), Kind.EXTRA)),
                of(
                        "a rule ignores lost entities",
                        base -> base.set("Users").remove(0),
                        rule("Users", "", new Action.Ignore(), Kind.MISSING)),
                of(
                        "a tolerance of a number",
                        base -> base.put("Products", 0, "unitConvertionRate", number("1.01")),
                        rule("Products", "unitConvertionRate", new Action.NumberWithin(new BigDecimal("0.01")))),
                of(
                        "a tolerance in per cent",
                        base -> base.put("Products", 0, "unitConvertionRate", number("1.01")),
                        rule("Products", "unitConvertionRate", new Action.PercentWithin(BigDecimal.ONE))),
                of(
                        "a tolerance of a moment",
                        base -> base.change(
                                ORDERS,
                                0,
                                "createDate",
                                date -> Value.text(OffsetDateTime.parse(text(date))
                                        .plusSeconds(1)
                                        .toString())),
                        rule("Docs/**", "**/createDate", new Action.MomentWithin(java.time.Duration.ofSeconds(1)))),
                of(
                        "trimmed texts",
                        base -> base.change("Products", 0, "name", name -> Value.text(" " + text(name))),
                        rule("Products", "name", normalise(Normaliser.TRIM))),
                of(
                        "letter case",
                        base -> base.change(
                                "Products",
                                0,
                                "name",
                                name -> Value.text(text(name).toUpperCase(java.util.Locale.ROOT))),
                        rule("Products", "Имя", normalise(Normaliser.LETTER_CASE))),
                of(
                        "an empty text is null",
                        base -> base.put(ORDERS, 0, "description", Value.text("")),
                        rule("Docs/ПодборЗаказа", "description", normalise(Normaliser.EMPTY_AS_NULL))),
                of(
                        "absence is null",
                        base -> base.remove(ORDERS, 0, "description"),
                        rule("Docs/*", "description", normalise(Normaliser.EMPTY_AS_NULL))),
                of(
                        "no date is null",
                        base -> base.put(ORDERS, 0, "declaredItems.0.expiredDate", Value.NULL),
                        rule("Docs/*", "*/expiredDate", normalise(Normaliser.NO_DATE_AS_NULL))),
                of(
                        "zero is null",
                        base -> base.put(ORDERS, 0, "declaredItems.0.currentQuantity", Value.NULL),
                        rule("Docs/*", "declaredItems/current*", normalise(Normaliser.ZERO_AS_NULL))),
                of(
                        "a text that names a number",
                        base -> base.put("Products", 0, "packings.0.unitsQuantity", Value.text("1,0")),
                        rule("Products", "packings/unitsQuantity", normalise(Normaliser.TEXT_AS_VALUE))),
                of(
                        "any order of lines",
                        base -> base.change(ORDERS, 0, "declaredItems", TestBase::reversed),
                        rule("Docs/*", "declaredItems", normalise(Normaliser.ANY_ORDER))),
                of(
                        "a time on its own clock",
                        base -> base.put(ORDERS, 0, "dataOtgruzki", Value.text("2025-06-18T00:00:00+03:00")),
                        rule("Docs/*", "dataOtgruzki", normalise(Normaliser.WITHOUT_OFFSET))));
    }

    private static OwnRule rule(String set, String path, Action action, Kind... kinds) {
        return new OwnRule(
                "rule",
                new Pattern(set),
                new Pattern(path),
                Set.of(kinds),
                action,
                "a test",
                Optional.of(LocalDate.of(2026, 11, 27)));
    }

    private static Action normalise(Normaliser by) {
        return new Action.Normalise(List.of(by));
    }

    private static Value states(String time) {
        return Value.items(List.of(Properties.builder()
                .put("finished", true)
                .put("processingTime", time)
                .build()));
    }

    private static Value texts(String... texts) {
        return Value.items(Stream.of(texts).map(Value::text).toList());
    }

    private static Value number(String literal) {
        return new Value.Number(literal);
    }

    private static String text(Value value) {
        return ((Value.Text) value).value();
    }

    private static Value sorted(Value object) {
        Map<String, Value> sorted = new LinkedHashMap<>(new TreeMap<>(((Properties) object).asMap()));
        return Properties.of(sorted);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_no_difference(Case same) {
        TestBase control = TestBase.named("main");
        TestBase candidate = TestBase.named("next");
        same.control().accept(control);
        same.candidate().accept(candidate);
        Compared compared = Compared.of(control, candidate, Plan.COMPLETE.withSingleReads(5), same.rules(), Set.of());
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.report().outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(new ArrayList<>(compared.report().rules())
                        .stream().filter(use -> use.rule() instanceof OwnRule).allMatch(use -> use.excused() == 1))
                .as("the rule was needed, once")
                .isTrue();
    }
}
