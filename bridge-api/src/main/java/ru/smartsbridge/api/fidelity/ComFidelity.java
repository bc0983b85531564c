package ru.smartsbridge.api.fidelity;

import static ru.smartsbridge.api.fidelity.Nothing.ABSENT;
import static ru.smartsbridge.api.fidelity.Nothing.EMPTY_TEXT;
import static ru.smartsbridge.api.fidelity.Nothing.FALSE;
import static ru.smartsbridge.api.fidelity.Nothing.NO_DATE;
import static ru.smartsbridge.api.fidelity.Nothing.NULL;
import static ru.smartsbridge.api.fidelity.Nothing.ZERO;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import ru.smartsbridge.api.model.SetKind;

/**
 * What the vendor's StorageConnector carries, and what it does not: observed on version 2.6.0.1 with a base in folder
 * mode [run]. Texts need no entry: every character comes back, controls, U+FFFE and U+FFFF too, where XML has them as
 * references.
 */
public final class ComFidelity {
    private static final Equivalence FIFTEEN_DIGITS = new Equivalence.Digits(15, 28);
    private static final Equivalence MILLISECOND = new Equivalence.Moment(Duration.ofMillis(1));
    private static final Equivalence SAME_MOMENT = new Equivalence.Moment(Duration.ZERO);
    private static final Set<Nothing> UNSAID = Set.of(ABSENT, NULL);

    private static final Where QUANTITIES = lines("{declaredQuantity,currentQuantity,packingUnitsQuantity}");
    private static final Where PRODUCT_NUMBERS =
            Where.of(SetKind.PRODUCTS, "unitConvertionRate", "packings/{unitsQuantity,selfWeight,selfVolume}");
    private static final Where DATES = lines("{registeredDate,registrationDate,expiredDate}");

    /** The entries. */
    public static final Fidelity ENTRIES = new Fidelity(Stream.of(numbers(), dates(), nothings(), orders(), refusals())
            .flatMap(Arrays::stream)
            .toList());

    private ComFidelity() {}

    private static Where lines(String names) {
        return Where.of(SetKind.DOCS, "{declaredItems,currentItems}/" + names);
    }

    private static Entry[] numbers() {
        String digits =
                "The component holds a double and stores its text with 15 digits, the last of them sometimes one off: 0.30000000000000004 came back"
                        + " as 0.3, 12345678901234567890.1234567 as 12345678901234600000, 82570902038130.65780782 as"
                        + " 82570902038130.6, 1.0 as 1.";
        return new Entry[] {
            new Entry("quantity-digits", Way.ANY, QUANTITIES, FIFTEEN_DIGITS, digits),
            new Entry(
                    "row-number-digits",
                    Way.ANY,
                    Where.of(SetKind.TABLES, "+"),
                    FIFTEEN_DIGITS,
                    "A column of Double gave 1.50 back as 1.5 and 0.30000000000000004 as 0.3."),
            new Entry(
                    "product-decimal-exponent",
                    Way.ANY,
                    Where.of(SetKind.PRODUCTS, "+", "packings/+"),
                    new Equivalence.Plain(),
                    "A Decimal field keeps digits and scale (1.50, 79228162514264337593543950335), and takes no exponent."),
            new Entry("product-number-digits", Way.ANY, PRODUCT_NUMBERS, FIFTEEN_DIGITS, digits)
        };
    }

    private static Entry[] dates() {
        return new Entry[] {
            new Entry(
                    "date-offset",
                    Way.XML,
                    DATES,
                    SAME_MOMENT,
                    "A date with an offset is kept to 100 ns and comes back with the offset of the component's machine."),
            new Entry(
                    "date-millisecond",
                    Way.PROPERTIES,
                    DATES,
                    MILLISECOND,
                    "A date by COM is local time in days as a double; .NET rounds it to the millisecond when it is put"
                            + " and cuts it when it is read.")
        };
    }

    private static Entry[] nothings() {
        return new Entry[] {
            new Entry(
                    "cell-of-line-empty",
                    Way.ANY,
                    lines("{firstCellId,secondCellId,firstStorageId,secondStorageId}"),
                    new Equivalence.Unset(Set.of(EMPTY_TEXT), UNSAID),
                    "An empty firstStorageId of a line, which firstCellId is another name of, was not stored and read as"
                            + " null; an empty sscc came back empty."),
            new Entry(
                    "packing-without-name",
                    Way.ANY,
                    Where.of(SetKind.PRODUCTS, "packings/name"),
                    new Equivalence.Borrowed(Set.of(EMPTY_TEXT, NULL), "id"),
                    "A stored packing whose name is empty or null has its id for a name."),
            new Entry(
                    "product-null-field-by-property",
                    Way.PROPERTIES,
                    Where.of(SetKind.PRODUCTS, "+", "packings/+"),
                    new Equivalence.Unset(Set.of(NULL), Set.of(EMPTY_TEXT)),
                    "SetField with nothing gives a declared text field an empty text."),
            new Entry(
                    "document-null-field-by-property",
                    Way.PROPERTIES,
                    Where.of(SetKind.DOCS, "+"),
                    new Equivalence.Unset(Set.of(NULL), Set.of(EMPTY_TEXT)),
                    "SetField with nothing gives a declared text field an empty text."),
            new Entry(
                    "product-null-field",
                    Way.XML,
                    Where.of(SetKind.PRODUCTS, "+", "packings/+"),
                    new Equivalence.Unset(Set.of(NULL), Set.of(ABSENT)),
                    "An additional field of a product or packing that is null is not written at all; an empty one is."),
            new Entry(
                    "product-null-text",
                    Way.PROPERTIES,
                    Where.of(SetKind.PRODUCTS, "{marking,barcode}", "packings/{marking,barcode}"),
                    new Equivalence.Unset(Set.of(NULL), Set.of(EMPTY_TEXT)),
                    "These texts read as empty where they were never set or set to null."),
            new Entry(
                    "row-unset-column",
                    Way.ANY,
                    Where.of(SetKind.TABLES, "+"),
                    new Equivalence.Unset(UNSAID, Set.of(EMPTY_TEXT, ZERO, FALSE, NO_DATE)),
                    "A column that a row does not set comes back as its type's default."),
            new Entry(
                    "user-secrets",
                    Way.ANY,
                    Where.of(SetKind.USERS, "{password,barcode}"),
                    new Equivalence.Hashed(),
                    "Password and barcode of a user are stored and written as MD5 and 32 digits, the same for the same text;"
                            + " they are not the digest of the plain text in UTF-8 or UTF-16.")
        };
    }

    private static Entry[] orders() {
        String order = "An object has its properties in the class's order, whatever order they were set in.";
        return new Entry[] {
            order("document-order", Where.of(SetKind.DOCS, "", "declaredItems", "currentItems"), order),
            order("product-order", Where.of(SetKind.PRODUCTS, "", "packings"), order),
            order("row-order", Where.of(SetKind.TABLES, ""), order),
            order("cell-order", Where.of(SetKind.CELLS, ""), order),
            new Entry(
                    "line-quantity-with-binding",
                    Way.ANY,
                    lines("currentQuantityWithBinding"),
                    new Equivalence.Computed("currentQuantity"),
                    "The component's line has no member of that name; its own quantity stands there."),
            new Entry(
                    "line-index",
                    Way.ANY,
                    lines("index"),
                    new Equivalence.Place(),
                    "Index of a line read 0 in every line, also where 4 or 5 was set, so the bridge counts them."),
            new Entry(
                    "row-index",
                    Way.ANY,
                    Where.of(SetKind.TABLES, "index"),
                    new Equivalence.Place(),
                    "A row has no index; Upload failed on a row with an undeclared number of that name.")
        };
    }

    private static Entry order(String id, Where where, String fact) {
        return new Entry(id, Way.ANY, where, new Equivalence.AnyOrder(), fact);
    }

    private static Entry[] refusals() {
        String edge = "The double 2^96 passes the check against .NET's largest decimal and overflows in the conversion:"
                + " SetDocument and ToXml failed; 1E+29 and 1E+300 came back.";
        return new Entry[] {
            refused("quantity-2-96", QUANTITIES, Unfit.TWO_TO_96, edge),
            refused("product-number-2-96", PRODUCT_NUMBERS, Unfit.TWO_TO_96, edge),
            refused(
                    "product-decimal-range",
                    Where.of(SetKind.PRODUCTS, "+", "packings/+"),
                    Unfit.BEYOND_DECIMAL,
                    "A Decimal field of 79228162514264337593543950336 failed, and of 31 decimals was rounded to 28 in"
                            + " silence."),
            refused(
                    "packing-of-zero-units",
                    Where.of(SetKind.PRODUCTS, "packings/unitsQuantity"),
                    Unfit.ZERO,
                    "A packing of 0 units loses the number in the component's XML and is stored as one of 1."),
            refused(
                    "packing-barcodes",
                    Where.of(SetKind.PRODUCTS, "packings/barcodes"),
                    Unfit.ANY_VALUE,
                    "A packing has one barcode; an attribute 'barcodes' became an additional text field of that name."),
            refused(
                    "line-without-member",
                    lines("pallet"),
                    Unfit.ANY_VALUE,
                    "The component's line has no member of that name, and the attribute was dropped."),
            refused(
                    "line-packing",
                    lines("packing"),
                    Unfit.ANY_VALUE,
                    "A line's packing is read-only and found by packingId."),
            refused(
                    "document-not-opened-yet",
                    Where.of(SetKind.DOCS, "notOpenedYet"),
                    Unfit.ANY_VALUE,
                    "A put of NotOpenedYet failed as unknown (0x80004005), and the attribute was dropped."),
            refused(
                    "document-created-on-device",
                    Where.of(SetKind.DOCS, "createdOnPDA"),
                    Unfit.TRUE,
                    "CreatedOnPDA is read-only (0x80070057), and the attribute was ignored.")
        };
    }

    private static Entry refused(String id, Where where, Unfit what, String fact) {
        return new Entry(id, Way.ANY, where, new Equivalence.Refused(what), fact);
    }
}
