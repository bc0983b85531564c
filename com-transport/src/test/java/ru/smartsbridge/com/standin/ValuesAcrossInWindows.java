package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Values that cross both ways and come back as they were, in a process whose own time zone is not the base's; each by
 * XML and property by property.
 */
class ValuesAcrossInWindows {
    private static final EntitySet<Document> DOCUMENTS = EntitySet.docs("PriyomTovara");
    private static final EntitySet<Row> ROWS = EntitySet.table("Spravochnik.Odin");
    private static final EntitySet<Row> PRICES = EntitySet.table("prices");

    @TempDir
    private Path state;

    private BridgedBase open(String crossing) {
        return BridgedBase.open(state, java.util.Map.of("crossing", crossing));
    }

    private static Properties document(BridgedBase base, String name, Value value) {
        Properties sent = Properties.builder()
                .put("id", "з-" + name)
                .put("name", "значение")
                .put("documentTypeName", "Приём товара")
                .put("warehouseId", "03")
                .put(name, value)
                .build();
        base.transport().create(DOCUMENTS, new Document(sent), BridgedBase.CALL);
        return base.find(DOCUMENTS, "з-" + name).orElseThrow().properties();
    }

    private static Properties row(BridgedBase base, EntitySet<Row> table, String key, String name, Value value) {
        String uid = UUID.randomUUID().toString();
        Properties sent = Properties.builder()
                .put("uid", uid)
                .put(key, uid)
                .put(name, value)
                .build();
        base.upload(
                new UploadPlan.TableRows(table.uni().orElseThrow(), Mode.UPDATE),
                List.of(new Row(sent)).iterator());
        // by its key: a row that is made by properties gets a uid of the component's
        return base.list(table).stream()
                .map(Row::properties)
                .filter(row -> uid.equals(row.text(key)))
                .findFirst()
                .orElseThrow();
    }

    private static void isAt(Properties given, String name, String instant) {
        OffsetDateTime back = OffsetDateTime.parse(given.text(name));
        assertThat(back.toInstant()).as("%s: %s", name, back).isEqualTo(Instant.parse(instant));
        assertThat(back.getOffset())
                .as("the base's own offset then")
                .isEqualTo(BridgedBase.MOSCOW.getRules().getOffset(back.toInstant()));
    }

    @Test
    void this_process_lives_in_another_zone_than_the_base() {
        assertThat(ZoneId.systemDefault().getRules().getOffset(Instant.now()))
                .isNotEqualTo(BridgedBase.MOSCOW.getRules().getOffset(Instant.now()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void dates_are_the_same_moments_in_the_zone_of_the_base_then_and_now(String crossing) {
        try (BridgedBase base = open(crossing)) {
            for (String[] date : new String[][] {
                {"2013-07-01T12:30:15+04:00", "2013-07-01T08:30:15Z"},
                {"2013-07-01T08:30:15Z", "2013-07-01T08:30:15Z"},
                {"2014-10-26T00:59:59+04:00", "2014-10-25T20:59:59Z"},
                {"2026-02-03T04:05:06+03:00", "2026-02-03T01:05:06Z"},
                {"2026-02-03T08:05:06+07:00", "2026-02-03T01:05:06Z"},
                {"2010-07-01T00:00:00+04:00", "2010-06-30T20:00:00Z"}
            }) {
                Value sent = Value.text(date[0]);
                isAt(document(base, "data_otgruzki", sent), "data_otgruzki", date[1]);
                isAt(document(base, "createDate", sent), "createDate", date[1]);
                isAt(row(base, ROWS, "kod", "kogda", sent), "kogda", date[1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void no_date_stays_no_date(String crossing) {
        try (BridgedBase base = open(crossing)) {
            assertThat(row(base, ROWS, "kod", "kogda", Value.NULL).text("kogda"))
                    .isIn("0001-01-01T00:00:00Z", "0001-01-01T00:00:00", null);
            assertThat(document(base, "description", Value.text("x")).text("finishedDate"))
                    .isIn("0001-01-01T00:00:00Z", "0001-01-01T00:00:00", null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void whole_numbers_of_64_bits_and_decimals_of_fifteen_digits_keep_every_one(String crossing) {
        try (BridgedBase base = open(crossing)) {
            for (long number :
                    new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L, 4_294_967_295L, -1}) {
                Value sent = Value.number(number);
                assertThat(document(base, "bolshoe", sent).decimal("bolshoe"))
                        .isEqualByComparingTo(BigDecimal.valueOf(number));
                assertThat(row(base, ROWS, "kod", "schyot", sent).decimal("schyot"))
                        .isEqualByComparingTo(BigDecimal.valueOf(number));
            }
            for (String number : new String[] {"1234567.89", "-0.01", "0.000001", "99999999999.9999"}) {
                assertThat(price(base, number)).isEqualByComparingTo(number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void of_a_decimal_in_a_table_fifteen_digits_are_kept(String crossing) {
        try (BridgedBase base = open(crossing)) {
            assertThat(price(base, "79228162514264337593543950335")).isEqualByComparingTo("792281625142643E14");
            assertThat(price(base, "0.1234567890123456789")).isEqualByComparingTo("0.123456789012346");
        }
    }

    private static BigDecimal price(BridgedBase base, String number) {
        return row(base, PRICES, "product", "price", new Value.Number(number)).decimal("price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void texts_come_back_to_the_letter(String crossing) {
        String large = "Ё\u001d<&\"'\t ".repeat(131_072);
        try (BridgedBase base = open(crossing)) {
            for (String text : new String[] {
                "010460043993125621JgXJ5.T\u001d91EE10\u001d92aGVsbG8=",
                "\uD83D\uDE80 \uD840\uDC00 конец\uD83D\uDE80",
                "1,5",
                " края ",
                large
            }) {
                Value sent = Value.text(text);
                assertThat(document(base, "description", sent).text("description"))
                        .isEqualTo(text);
                assertThat(document(base, "kod.Imya", sent).text("kod.Imya")).isEqualTo(text);
                assertThat(row(base, ROWS, "kod", "imya", sent).text("imya")).isEqualTo(text);
                Properties product = Goods.product("з", 1).properties().with("name", sent);
                base.upload(
                        new UploadPlan.Products(Mode.UPDATE),
                        List.of(new Product(product)).iterator());
                assertThat(base.find(EntitySet.PRODUCTS, "з").orElseThrow().name())
                        .isEqualTo(text);
            }
        }
    }
}
