package ru.smartsbridge.server.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.ExpressionText;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;

/** The expressions of the standard's grammar, on the properties of Mobile SMARTS. */
class ExpressionReaderTest {
    private static final StructuredType DOCUMENT = type("Document");
    private static final StructuredType PRODUCT = type("Product");
    private static final Vocabulary ANY = new Vocabulary(Recorded.SCHEMA, Optional.empty(), ZoneId.of("Europe/Moscow"));
    private static final Vocabulary PICKING = new Vocabulary(
            Recorded.SCHEMA, Optional.of(new FieldOwner.DocumentHeader("PodborZakaza")), ZoneId.of("Europe/Moscow"));

    private static StructuredType type(String name) {
        return Recorded.EDMX.structured("Cleverence.Warehouse." + name).orElseThrow();
    }

    private static String read(String text, StructuredType type) {
        return ExpressionText.of(new ExpressionReader(text, "$filter", ANY, type, Map.of()).condition());
    }

    /** Each as it is written, and as it is understood: names as the base has them, brackets where they bind. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // comparison and logic, the weakest operator last
                "name eq 'x' | name eq 'x'",
                "name ne null | name ne null",
                "priority gt 1 and priority lt 9 or finished | (priority gt 1 and priority lt 9) or finished",
                "finished or modified and inProcess | finished or (modified and inProcess)",
                "(finished or modified) and inProcess | (finished or modified) and inProcess",
                "not finished and modified | not finished and modified",
                "not (finished and modified) | not (finished and modified)",
                "not not finished | not (not finished)",
                "not contains(name,'x') eq false | (not contains(name,'x')) eq false",
                "priority ge 1 eq true | (priority ge 1) eq true",
                "null eq name | null eq name",
                "true | true",
                "  finished   EQ   TRUE  | finished eq true",
                // arithmetic
                "priority add 1 mul 2 eq 3 | (priority add (1 mul 2)) eq 3",
                "(priority add 1) mul 2 eq 3 | ((priority add 1) mul 2) eq 3",
                "priority sub 1 sub 2 eq 3 | ((priority sub 1) sub 2) eq 3",
                "priority div 2 mod 3 eq 1 | ((priority div 2) mod 3) eq 1",
                "-priority eq -1 | (-priority) eq -1",
                "- priority lt 1e3 | (-priority) lt 1000",
                "-(priority add 1) lt 0.5 | (-(priority add 1)) lt 0.5",
                "priority eq 1.50 | priority eq 1.50",
                "priority lt INF and priority gt -INF | priority lt INF and priority gt -INF",
                "priority ne NaN | priority ne NaN",
                // texts
                "name eq 'O''Neil' | name eq 'O''Neil'",
                "name eq '''' | name eq ''''",
                "name eq '' | name eq ''",
                "name eq 'a and (b' | name eq 'a and (b'",
                "startswith(tolower(name),'abc') eq true | startswith(tolower(name),'abc') eq true",
                "EndsWith(Name,'x') | endswith(name,'x')",
                "contains(concat(name,barcode),'xy') | contains(concat(name,barcode),'xy')",
                "indexof(name,'x') eq -1 | indexof(name,'x') eq -1",
                "length(trim(name)) gt 3 | length(trim(name)) gt 3",
                "substring(name,1) eq 'x' | substring(name,1) eq 'x'",
                "substring( name , 1 , 2 ) eq 'x' | substring(name,1,2) eq 'x'",
                "toupper(name) eq 'X' | toupper(name) eq 'X'",
                // dates
                "createDate gt 2025-06-16T09:58Z | createDate gt 2025-06-16T09:58Z",
                "createDate gt 2025-06-16T09:58:43.834874812+03:00 | createDate gt 2025-06-16T09:58:43.834874812+03:00",
                "date(createDate) eq 2025-06-16 | date(createDate) eq 2025-06-16",
                "time(createDate) lt 09:58:43.12 | time(createDate) lt 09:58:43.12",
                "year(createDate) eq 2025 and month(createDate) eq 6 and day(createDate) eq 16 | "
                        + "year(createDate) eq 2025 and month(createDate) eq 6 and day(createDate) eq 16",
                "hour(createDate) eq 9 or minute(createDate) eq 8 or second(createDate) eq 7 | "
                        + "hour(createDate) eq 9 or minute(createDate) eq 8 or second(createDate) eq 7",
                "fractionalseconds(createDate) lt 0.5 | fractionalseconds(createDate) lt 0.5",
                "totaloffsetminutes(createDate) eq 180 | totaloffsetminutes(createDate) eq 180",
                "createDate lt now() sub duration'P1D' | createDate lt (now() sub duration'P1D')",
                "createDate add duration'PT1H30M' gt lastChangeDate | (createDate add duration'PT1H30M') gt lastChangeDate",
                "lastChangeDate sub createDate gt duration'-PT0.5S' | (lastChangeDate sub createDate) gt duration'-PT0.5S'",
                "totalseconds(lastChangeDate sub createDate) gt 60 | totalseconds(lastChangeDate sub createDate) gt 60",
                "createDate ge mindatetime() and createDate le maxdatetime() | "
                        + "createDate ge mindatetime() and createDate le maxdatetime()",
                // numbers
                "round(priority div 2.0) eq 3 | round(priority div 2.0) eq 3",
                "floor(priority) eq ceiling(priority) | floor(priority) eq ceiling(priority)",
                // types
                "cast(priority,Edm.String) eq '1' | cast(priority,Edm.String) eq '1'",
                "isof(name,Edm.String) | isof(name,Edm.String)",
                "isof(Cleverence.Warehouse.Document) | isof($it,Cleverence.Warehouse.Document)",
                // in
                "name in ('a', 'b''c' ,'в') | name in ('a','b''c','в')",
                "priority in (1,2) and not (name in ('x')) | priority in (1,2) and not (name in ('x'))",
                "not name in ('x') | not (name in ('x'))",
                // lambdas and paths
                "declaredItems/any() | declaredItems/any()",
                "declaredItems/any(d:d/currentQuantity gt 0) | declaredItems/any(d:d/currentQuantity gt 0)",
                "DeclaredItems/Any( d : D/x eq 1 ) | ERROR",
                "declaredItems/all(d:d/productId ne null and d/index ge 0) | "
                        + "declaredItems/all(d:d/productId ne null and d/index ge 0)",
                "declaredItems/any(d:d/product/name eq 'x' and name eq 'y') | "
                        + "declaredItems/any(d:d/product/name eq 'x' and name eq 'y')",
                "declaredItems/any(d:currentItems/any(c:c/bindedLineUid eq d/uid)) | "
                        + "declaredItems/any(d:currentItems/any(c:c/bindedLineUid eq d/uid))",
                "tables/any(t:t/rows/any(r:r/kod eq 1)) | tables/any(t:t/rows/any(r:r/kod eq 1))",
                "declaredItems/$count gt 2 | declaredItems/$count gt 2",
                "states/any(s:s/processingTime gt duration'PT5M') | states/any(s:s/processingTime gt duration'PT5M')",
                "$it/name eq 'x' | name eq 'x'",
                "extendedFields/overloaded | extendedFields/overloaded",
                "Cleverence.Warehouse.Document/name eq 'x' | name eq 'x'",
                // enumerations
                "declaredItems/any(d:d/createdBy eq Cleverence.Warehouse.CreatedBy'ERP') | "
                        + "declaredItems/any(d:d/createdBy eq Cleverence.Warehouse.CreatedBy'ERP')",
                "declaredItems/any(d:d/createdBy eq 'ERP') | declaredItems/any(d:d/createdBy eq 'ERP')",
                "declaredItems/any(d:d/createdBy has Cleverence.Warehouse.CreatedBy'3') | "
                        + "declaredItems/any(d:(d/createdBy) has Cleverence.Warehouse.CreatedBy'3')",
                // additional fields of an open type, with Cyrillic values
                "poYachejkam eq true and kontragent eq 'ООО «Ёлка»' | poYachejkam eq true and kontragent eq 'ООО «Ёлка»'",
                "kod-1 eq 'x' | kod-1 eq 'x'",
            })
    void an_expression_is_understood(String written, String understood) {
        if (understood.equals("ERROR")) {
            assertThatThrownBy(() -> read(written, DOCUMENT)).isInstanceOf(BridgeException.class);
            return;
        }
        String expected = understood.replace("(d/createdBy)", "d/createdBy");
        assertThat(read(written, DOCUMENT)).isEqualTo(expected);
        assertThat(read(expected, DOCUMENT)).as("read again").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packings/any(p:p/barcode eq '4601')",
                "packings/any(p:p/barcodes/any(b:b eq '4601'))",
                "packings/all(p:p/unitsQuantity gt 0.5)",
                "packings/$count ge 2",
                "quantityPolicy/multiline eq true",
                "classificatorIds/any(c:startswith(c,'1'))"
            })
    void collections_of_products_are_gone_through(String filter) {
        assertThat(read(filter, PRODUCT)).isEqualTo(filter);
    }

    @Test
    void the_types_of_additional_fields_are_known_where_the_base_declares_them() {
        ExpressionReader right = new ExpressionReader("kontrolKolva", "$filter", PICKING, DOCUMENT, Map.of());
        assertThat(ExpressionText.of(right.condition())).isEqualTo("kontrolKolva");
        ExpressionReader wrong = new ExpressionReader("netTakogo eq 1", "$filter", PICKING, DOCUMENT, Map.of());
        assertThatThrownBy(wrong::condition).hasMessageContaining("netTakogo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "priority add 1",
                "name eq",
                "eq 1",
                "name eq 'x",
                "name eq x'",
                "(name eq 'x'",
                "name eq 'x')",
                "name eq 'x' and",
                "name eq 'x' and or finished",
                "not",
                "name eq 'a' 'b'",
                "name = 'x'",
                "name == 'x'",
                "name eq \"x\"",
                "name eq 1",
                "priority eq '1'",
                "finished eq 1",
                "createDate eq 2025-06-16",
                "createDate eq 'x'",
                "createDate eq 2025-02-30T00:00:00Z",
                "createDate eq 25:00",
                "name add 1 eq 2",
                "priority div 0 eq 1",
                "priority mod 0 eq 1",
                "createDate add createDate eq createDate",
                "not name",
                "-name eq 'x'",
                "name and finished",
                "contains(name)",
                "contains(name,'x','y')",
                "contains(priority,'x')",
                "contains(declaredItems,'x')",
                "containz(name,'x')",
                "substringof('x',name)",
                "matchesPattern(name,'x')",
                "geo.distance(name,name) lt 1",
                "length() eq 1",
                "now eq 1()",
                "year(name) eq 1",
                "hour(date(createDate)) eq 1",
                "name in 'x'",
                "name in ()",
                "name in (1)",
                "declaredItems eq null and declaredItems/uid eq '1'",
                "declaredItems/any",
                "declaredItems/any(d)",
                "declaredItems/any(d:)",
                "declaredItems/any(d:d/uid)",
                "declaredItems/any(:d/uid eq '1')",
                "declaredItems/all()",
                "declaredItems/some(d:d/uid eq '1')",
                "declaredItems/any(d:d/uid eq '1'",
                "declaredItems/any(d:declaredItems/any(d:d/uid eq '1'))",
                "declaredItems/$count",
                "name/any(c:c eq 'x')",
                "name/$count eq 1",
                "name/length eq 1",
                "$root/Docs eq 1",
                "declaredItems/any(d:d/createdBy eq Cleverence.Warehouse.CreatedBy'Nobody')",
                "declaredItems/any(d:d/createdBy eq CreatedBy'ERP')",
                "createDate gt now() sub duration'P1Y'",
                "createDate gt now() sub duration'P'",
                "cast(name,Edm.Nothing) eq 1",
                "isof(name)",
                "name eq @p",
                "name eq {1}"
            })
    void what_is_no_expression_is_refused_as_invalid(String filter) {
        assertThatThrownBy(() -> read(filter, DOCUMENT))
                .as(filter)
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"( | ) | 32", "not | | 32", "- | | 32", "not ( | ) | 32", "length( | ) | 32"})
    void nesting_is_bounded(String open, String close, String bound) {
        String closed = close == null ? "" : close;
        String deep = (open + " ").repeat(1_500) + "finished" + closed.repeat(1_500);
        assertThatThrownBy(() -> read(deep, DOCUMENT)).hasMessageContaining(bound);
    }

    @Test
    void long_rows_of_operators_are_bounded_where_they_are_computed_one_after_the_other() {
        assertThat(read("finished" + " or finished".repeat(1_000), DOCUMENT)).startsWith("finished or");
        assertThatThrownBy(() -> read("priority" + " add 1".repeat(1_000) + " eq 1", DOCUMENT))
                .hasMessageContaining("200");
        assertThatThrownBy(() -> read("x".repeat(20_000), DOCUMENT)).hasMessageContaining("16384");
    }

    @Test
    void any_within_any_is_bounded() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            deep.append("declaredItems/any(d").append(i).append(":");
        }
        assertThatThrownBy(() -> read(deep + "finished" + ")".repeat(5), DOCUMENT))
                .hasMessageContaining("4");
    }

    @Test
    void a_mistake_is_told_with_what_was_probably_meant() {
        assertThatThrownBy(() -> read("containz(name,'x')", DOCUMENT)).hasMessageContaining("contains");
        assertThatThrownBy(() -> read("declaredItems/uid eq '1'", DOCUMENT)).hasMessageContaining("declaredItems/any(");
        assertThatThrownBy(() -> read("createDate eq 2025-06-16", DOCUMENT))
                .hasMessageContaining("2025-06-16T00:00:00");
    }
}
