package ru.smartsbridge.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.migration.difference.Kind.EXTRA;
import static ru.smartsbridge.migration.difference.Kind.MISSING;
import static ru.smartsbridge.migration.difference.Kind.ORDER;
import static ru.smartsbridge.migration.difference.Kind.SIZE;
import static ru.smartsbridge.migration.difference.Kind.TYPE;
import static ru.smartsbridge.migration.difference.Kind.VALUE;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Hint;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.report.Outcome;

/** Every way in which two bases can differ is found, named rightly, and is the only thing that is reported. */
class MutationTest {
    private static final String ORDERS = "Docs/PodborZakaza";
    private static final String RECEIPTS = "Docs/PrihodNaSklad";
    private static final String PRICES = "Tables/Ceny";
    private static final String RESERVE = "Tables/Rezerv";

    /**
     * A change at the candidate and what must be said of it.
     *
     * @param what happened, in words
     */
    record Mutation(String what, Consumer<TestBase> change, Kind kind, String set, String field, Optional<Hint> hint) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Mutation of(String what, Kind kind, String set, String field, Consumer<TestBase> change) {
        return new Mutation(what, change, kind, set, field, Optional.empty());
    }

    private static Mutation of(String what, Kind kind, Hint hint, String set, String field, Consumer<TestBase> change) {
        return new Mutation(what, change, kind, set, field, Optional.of(hint));
    }

    static Stream<Mutation> mutations() {
        return Stream.of(entities(), numbers(), texts(), moments(), structure(), schema())
                .flatMap(List::stream);
    }

    private static List<Mutation> entities() {
        return List.of(
                of(
                        "a document is lost",
                        MISSING,
                        ORDERS,
                        "",
                        base -> base.set(ORDERS).remove(1)),
                of(
                        "a document is made up",
                        EXTRA,
                        ORDERS,
                        "",
                        base -> base.set(ORDERS).add(base.set(ORDERS).get(0).with("id", Value.text("made-up")))),
                of(
                        "a product comes twice",
                        EXTRA,
                        "Products",
                        "",
                        base -> base.set("Products").add(base.set("Products").get(3))),
                of(
                        "a product is lost",
                        MISSING,
                        "Products",
                        "",
                        base -> base.set("Products").remove(2)),
                of(
                        "a user is lost",
                        MISSING,
                        "Users",
                        "",
                        base -> base.set("Users").remove(0)),
                of(
                        "a cell is lost",
                        MISSING,
                        "Cells",
                        "",
                        base -> base.set("Cells").remove(7)),
                of(
                        "a row is lost, of a table with a key",
                        MISSING,
                        PRICES,
                        "",
                        base -> base.set(PRICES).remove(5)),
                of(
                        "a row is lost, of a table without a key",
                        MISSING,
                        RESERVE,
                        "",
                        base -> base.set(RESERVE).remove(0)),
                of(
                        "a row comes twice, in a table without a key",
                        EXTRA,
                        RESERVE,
                        "",
                        base -> base.set(RESERVE).add(base.set(RESERVE).get(1))),
                of(
                        "a value changed in a row of a table without a key",
                        VALUE,
                        RESERVE,
                        "kolichestvo",
                        base -> base.put(RESERVE, 1, "kolichestvo", number("8"))),
                of(
                        "a key's value is another one",
                        VALUE,
                        "Users",
                        "groupId",
                        base -> base.put("Users", 1, "groupId", Value.text("nobody"))),
                of("a table is gone", MISSING, PRICES, "", base -> base.drop(PRICES)));
    }

    private static List<Mutation> numbers() {
        return List.of(
                of(
                        "1.0 and 1.01",
                        VALUE,
                        Hint.ROUNDED,
                        "Products",
                        "unitConvertionRate",
                        base -> base.put("Products", 0, "unitConvertionRate", number("1.01"))),
                of(
                        "a price without its kopecks",
                        VALUE,
                        Hint.ROUNDED,
                        "Products",
                        "cena",
                        base -> base.change(
                                "Products",
                                0,
                                "cena",
                                price -> number(decimal(price)
                                        .setScale(0, java.math.RoundingMode.DOWN)
                                        .toPlainString()))),
                of(
                        "5 and -5",
                        VALUE,
                        Hint.SIGN,
                        ORDERS,
                        "declaredItems/declaredQuantity",
                        base -> base.put(ORDERS, 0, "declaredItems.0.declaredQuantity", number("-5"))),
                of(
                        "1 and 1000",
                        VALUE,
                        Hint.SCALED,
                        "Products",
                        "packings/unitsQuantity",
                        base -> base.put("Products", 0, "packings.0.unitsQuantity", number("1000"))),
                of(
                        "1 and \"1\"",
                        TYPE,
                        Hint.AS_TEXT,
                        "Products",
                        "packings/unitsQuantity",
                        base -> base.put("Products", 0, "packings.0.unitsQuantity", Value.text("1"))),
                of(
                        "true and \"true\"",
                        TYPE,
                        Hint.AS_TEXT,
                        "Products",
                        "etoMarkiruemyj",
                        base -> base.put("Products", 0, "etoMarkiruemyj", Value.text("true"))),
                of(
                        "true and false",
                        VALUE,
                        ORDERS,
                        "distributeByBarcode",
                        base -> base.put(ORDERS, 0, "distributeByBarcode", Value.flag(false))),
                of(
                        "0 and null",
                        VALUE,
                        Hint.NOTHING,
                        ORDERS,
                        "declaredItems/currentQuantity",
                        base -> base.put(ORDERS, 0, "declaredItems.1.currentQuantity", Value.NULL)),
                of(
                        "a digit beyond those of a double",
                        VALUE,
                        Hint.ROUNDED,
                        "Products",
                        "cena",
                        base -> base.change(
                                "Products",
                                1,
                                "cena",
                                price -> number(decimal(price).toPlainString() + "00000000000000001"))));
    }

    private static List<Mutation> texts() {
        return List.of(
                of(
                        "a text is cut",
                        VALUE,
                        Hint.CUT,
                        "Products",
                        "name",
                        base -> base.change(
                                "Products",
                                0,
                                "name",
                                name -> Value.text(text(name).substring(0, 20)))),
                of(
                        "another letter case",
                        VALUE,
                        Hint.LETTER_CASE,
                        "Products",
                        "name",
                        base -> base.change(
                                "Products",
                                0,
                                "name",
                                name -> Value.text(text(name).toUpperCase(java.util.Locale.ROOT)))),
                of(
                        "a blank more",
                        VALUE,
                        Hint.WHITE_SPACE,
                        "Products",
                        "name",
                        base -> base.change(
                                "Products",
                                0,
                                "name",
                                name -> Value.text(text(name).replaceFirst(" ", "  ")))),
                of(
                        "й in two code points",
                        VALUE,
                        Hint.NORMAL_FORM,
                        "Products",
                        "name",
                        base -> base.change(
                                "Products",
                                0,
                                "name",
                                name -> Value.text(Normalizer.normalize(text(name), Normalizer.Form.NFD)))),
                of(
                        "UTF-8 read as windows-1251",
                        VALUE,
                        Hint.ENCODING,
                        "Warehouses",
                        "name",
                        base -> base.change(
                                "Warehouses",
                                0,
                                "name",
                                name -> Value.text(new String(
                                        text(name).getBytes(StandardCharsets.UTF_8),
                                        Charset.forName("windows-1251"))))),
                of(
                        "question marks for letters",
                        VALUE,
                        Hint.ENCODING,
                        "Warehouses",
                        "name",
                        base -> base.change(
                                "Warehouses",
                                0,
                                "name",
                                name -> Value.text(text(name).replaceAll("[А-я]", "?")))),
                of(
                        "null and an empty text",
                        VALUE,
                        Hint.NOTHING,
                        ORDERS,
                        "description",
                        base -> base.put(ORDERS, 0, "description", Value.text(""))),
                of(
                        "a separator lost in a marking code",
                        VALUE,
                        ORDERS,
                        "declaredItems/markaISMP",
                        base -> base.change(
                                ORDERS,
                                0,
                                "declaredItems.0.markaISMP",
                                code -> Value.text(text(code).replace("\u001D", "")))),
                of(
                        "leading zeros lost in a key",
                        VALUE,
                        ORDERS,
                        "declaredItems/productId",
                        base -> base.put(ORDERS, 0, "declaredItems.0.productId", Value.text("11"))),
                of(
                        "a password",
                        VALUE,
                        "Users",
                        "password",
                        base -> base.put("Users", 0, "password", Value.text("other"))));
    }

    private static List<Mutation> moments() {
        return List.of(
                of(
                        "an hour's shift",
                        VALUE,
                        Hint.SHIFTED,
                        ORDERS,
                        "createDate",
                        base -> base.change(
                                ORDERS,
                                0,
                                "createDate",
                                date -> Value.text(OffsetDateTime.parse(text(date))
                                        .plusHours(1)
                                        .toString()))),
                of(
                        "the offset lost",
                        VALUE,
                        Hint.SHIFTED,
                        ORDERS,
                        "createDate",
                        base -> base.change(
                                ORDERS,
                                0,
                                "createDate",
                                date -> Value.text(OffsetDateTime.parse(text(date))
                                        .withOffsetSameInstant(ZoneOffset.ofHours(3))
                                        .toLocalDateTime()
                                        .toString()))),
                of(
                        "a millisecond",
                        VALUE,
                        ORDERS,
                        "lastChangeDate",
                        base -> base.change(
                                ORDERS,
                                0,
                                "lastChangeDate",
                                date -> Value.text(OffsetDateTime.parse(text(date))
                                        .plusNanos(1_000_000)
                                        .toString()))),
                of(
                        "no date and a date",
                        VALUE,
                        ORDERS,
                        "declaredItems/expiredDate",
                        base -> base.put(ORDERS, 0, "declaredItems.0.expiredDate", Value.text("2026-01-01T00:00:00"))),
                of(
                        "no date and null",
                        VALUE,
                        Hint.NOTHING,
                        ORDERS,
                        "declaredItems/expiredDate",
                        base -> base.put(ORDERS, 0, "declaredItems.0.expiredDate", Value.NULL)),
                of(
                        "a moment of an additional field",
                        VALUE,
                        Hint.SHIFTED,
                        ORDERS,
                        "dataOtgruzki",
                        base -> base.put(ORDERS, 0, "dataOtgruzki", Value.text("2025-06-17T21:00:00+00:00"))));
    }

    private static List<Mutation> structure() {
        return List.of(
                of(
                        "a line is lost",
                        MISSING,
                        ORDERS,
                        "declaredItems",
                        base -> base.remove(ORDERS, 0, "declaredItems.1")),
                of(
                        "a line is made up",
                        EXTRA,
                        ORDERS,
                        "declaredItems",
                        base -> base.change(
                                ORDERS, 0, "declaredItems", lines -> with(lines, line("made-up", "00000040")))),
                of(
                        "two lines change places",
                        ORDER,
                        ORDERS,
                        "declaredItems",
                        base -> base.change(ORDERS, 0, "declaredItems", TestBase::reversed)),
                of(
                        "a line's uid is another one",
                        VALUE,
                        RECEIPTS,
                        "declaredItems/uid",
                        base -> base.put(RECEIPTS, 0, "declaredItems.0.uid", Value.text("another"))),
                of(
                        "an additional field of Russian name is lost",
                        MISSING,
                        ORDERS,
                        "rezhimUpakovok",
                        base -> base.remove(ORDERS, 0, "rezhimUpakovok")),
                of(
                        "a property more",
                        EXTRA,
                        ORDERS,
                        "novoePole",
                        base -> base.put(ORDERS, 0, "novoePole", Value.text("да"))),
                of(
                        "a packing is lost",
                        MISSING,
                        "Products",
                        "packings",
                        base -> base.remove("Products", 0, "packings.2")),
                of(
                        "an array is null",
                        VALUE,
                        Hint.NOTHING,
                        ORDERS,
                        "currentItems",
                        base -> base.put(ORDERS, 0, "currentItems", Value.NULL)),
                of(
                        "a warehouse fewer",
                        SIZE,
                        "Users",
                        "warehouseIds",
                        base -> base.change(
                                "Users",
                                5,
                                "warehouseIds",
                                ids -> Value.items(((Value.Items) ids)
                                        .values()
                                        .subList(1, ((Value.Items) ids).values().size())))),
                of(
                        "an object and a text",
                        TYPE,
                        ORDERS,
                        "declaredItems/packing",
                        base -> base.put(ORDERS, 0, "declaredItems.0.packing", Value.text("шт"))),
                of(
                        "document types of a group in another order",
                        ORDER,
                        "UserGroups",
                        "documentTypeNames",
                        base -> base.change("UserGroups", 0, "documentTypeNames", TestBase::reversed)),
                of(
                        "a row of a document's table",
                        VALUE,
                        ORDERS,
                        "tables/rows/summa",
                        base -> base.put(ORDERS, 0, "tables.0.rows.0.summa", number("1501"))));
    }

    private static List<Mutation> schema() {
        return List.of(
                of(
                        "a field is declared of another type",
                        VALUE,
                        "TablesInfo",
                        "fields/fieldType",
                        base -> base.put("TablesInfo", 1, "fields.3.fieldType", Value.text("Double"))),
                of(
                        "a document type is lost",
                        MISSING,
                        "DocTypes",
                        "",
                        base -> base.set("DocTypes").remove(2)),
                of(
                        "a product's field is no longer declared",
                        MISSING,
                        "ProductSchema",
                        "fields",
                        base -> base.remove("ProductSchema", 0, "fields.1")),
                of(
                        "the base is another version",
                        VALUE,
                        "BaseInfo",
                        "configurationVersion",
                        base -> base.baseInfo(info -> info.with("configurationVersion", Value.text("1.7.0.1")))));
    }

    private static Value number(String literal) {
        return Value.number(new BigDecimal(literal));
    }

    private static BigDecimal decimal(Value value) {
        return ((Value.Number) value).decimal();
    }

    private static String text(Value value) {
        return ((Value.Text) value).value();
    }

    private static Value with(Value items, Value more) {
        List<Value> values = new ArrayList<>(((Value.Items) items).values());
        values.add(more);
        return Value.items(values);
    }

    private static Properties line(String uid, String product) {
        return Properties.builder().put("uid", uid).put("productId", product).build();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void is_found_named_and_alone(Mutation mutation) {
        TestBase candidate = TestBase.named("next");
        mutation.change().accept(candidate);
        Compared compared = Compared.of(TestBase.named("main"), candidate);
        assertThat(compared.differences()).hasSize(1);
        Difference difference = compared.differences().get(0);
        assertThat(difference.kind()).isEqualTo(mutation.kind());
        assertThat(difference.set()).isEqualTo(mutation.set());
        assertThat(difference.field()).isEqualTo(mutation.field());
        assertThat(difference.hint()).isEqualTo(mutation.hint());
        assertThat(compared.report().outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(compared.report().noise()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void is_found_as_its_opposite_from_the_other_side(Mutation mutation) {
        TestBase control = TestBase.named("main");
        mutation.change().accept(control);
        Compared compared = Compared.of(control, TestBase.named("next"));
        assertThat(compared.differences()).hasSize(1);
        Kind opposite = mutation.kind() == MISSING ? EXTRA : mutation.kind() == EXTRA ? MISSING : mutation.kind();
        assertThat(compared.differences().get(0).kind()).isEqualTo(opposite);
    }
}
