package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Filters: {@code eq} and {@code and}. */
@Needs(value = Verb.LIST, on = SetKind.DOCS)
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
abstract class FilteringContract extends ContractPart {
    private String created(EntitySet<Document> set, Properties document) {
        return transport().create(set, new Document(document), call()).entity().id();
    }

    private static Query both(Expression first, Expression second) {
        return Query.ALL.withFilter(new Expression.And(List.of(first, second)));
    }

    @Test
    void and_demands_both() {
        String mark = newId();
        String urgent =
                created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("priority", Value.number(7)));
        created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark));
        Literal seven = new Literal.Number(new BigDecimal("7"));
        assertThat(keys(RECEIPTS, both(equal("description", mark), equal("priority", seven))))
                .containsExactly(urgent);
        assertThat(keys(RECEIPTS, both(equal("description", newId()), equal("priority", seven))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ООО \"Рога & Копыта\"",
                "д'Артаньян ''и'' три",
                "50% + 1 = #2? a/b\\c",
                "%27 %2F %D0%90",
                " по краям ",
                "ёЁ 😀 𝄞",
                "a eq 'b' and (c)",
                "true",
                "null",
                "12"
            })
    void a_text_is_compared_to_the_letter(String text) {
        String mark = newId();
        String id =
                created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("barcode", Value.text(text)));
        created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("barcode", Value.text(text + ".")));
        assertThat(keys(RECEIPTS, both(equal("description", mark), equal("barcode", text))))
                .containsExactly(id);
    }

    @Test
    void letters_of_another_case_are_other_letters_in_values_but_not_in_names() {
        String mark = newId();
        String id =
                created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("barcode", Value.text("Аб")));
        assertThat(keys(RECEIPTS, both(equal("DESCRIPTION", mark), equal("barCode", "Аб"))))
                .containsExactly(id);
        assertThat(keys(RECEIPTS, both(equal("description", mark), equal("barcode", "аб"))))
                .isEmpty();
    }

    @Test
    void an_additional_field_can_be_asked_for() {
        EntitySet<Document> set = specimens().documentsWithTextField();
        String field = specimens().textField(Specimens.headerOf(set));
        String mark = newId();
        String id = created(set, specimens().header(set, newId(), mark).with(field, Value.text("да")));
        created(set, specimens().header(set, newId(), mark).with(field, Value.text("нет")));
        assertThat(keys(set, both(equal("description", mark), equal(field, "да"))))
                .containsExactly(id);
        assertThat(keys(EntitySet.DOCS, both(equal("description", mark), equal(field, "да"))))
                .containsExactly(id);
    }

    @Test
    void null_finds_what_is_null_and_what_is_absent() {
        EntitySet<Document> set = specimens().documentsWithTextField();
        String field = specimens().textField(Specimens.headerOf(set));
        String mark = newId();
        String unset = created(set, specimens().header(set, newId(), mark).with(field, Value.NULL));
        String absent = created(set, specimens().header(set, newId(), mark));
        String empty = created(set, specimens().header(set, newId(), mark).with(field, Value.text("")));
        // whether a null may come back as an empty text is for the fidelity to say
        boolean told = found(set, unset).get(field).filter(Value.NULL::equals).isPresent();
        assertThat(keys(set, both(equal("description", mark), equal(field, new Literal.Null()))))
                .containsExactlyInAnyOrderElementsOf(told ? List.of(unset, absent) : List.of(absent));
        assertThat(keys(set, both(equal("description", mark), equal(field, ""))))
                .containsExactlyInAnyOrderElementsOf(told ? List.of(empty) : List.of(empty, unset));
    }

    @Test
    @Needs(value = Verb.UPLOAD, on = SetKind.PRODUCTS)
    @Needs(value = Verb.LIST, on = SetKind.PRODUCTS)
    void numbers_are_compared_as_decimals() {
        String mark = newId();
        String id = newId();
        Product product = specimens().product(id, "Товар", mark);
        upload(
                new UploadPlan.Products(UploadPlan.Mode.UPDATE),
                List.of(new Product(product.properties().with("unitConvertionRate", new Value.Number("1.0")))));
        for (String same : List.of("1", "1.0", "1.000", "1E0")) {
            Literal literal = new Literal.Number(new BigDecimal(same));
            assertThat(keys(EntitySet.PRODUCTS, both(equal("marking", mark), equal("unitConvertionRate", literal))))
                    .as(same)
                    .containsExactly(id);
        }
        Literal other = new Literal.Number(new BigDecimal("1.00000000000000000001"));
        assertThat(keys(EntitySet.PRODUCTS, both(equal("marking", mark), equal("unitConvertionRate", other))))
                .isEmpty();
    }

    @Test
    void flags_are_compared() {
        String mark = newId();
        String id = created(
                RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("distributeByBarcode", Value.flag(true)));
        created(RECEIPTS, specimens().header(RECEIPTS, newId(), mark).with("distributeByBarcode", Value.flag(false)));
        assertThat(keys(
                        RECEIPTS,
                        both(equal("description", mark), equal("distributeByBarcode", new Literal.Flag(true)))))
                .containsExactly(id);
    }

    @Test
    void moments_are_compared_as_instants_whatever_their_offset() {
        String id = created(RECEIPTS, specimens().header(RECEIPTS, newId(), ""));
        OffsetDateTime created = OffsetDateTime.parse(found(RECEIPTS, id).text("createDate"));
        assertThat(keys(RECEIPTS, both(equal("id", id), equal("createDate", moment(created)))))
                .containsExactly(id);
        OffsetDateTime elsewhere = created.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(9, 30));
        assertThat(keys(RECEIPTS, both(equal("id", id), equal("createDate", moment(elsewhere)))))
                .containsExactly(id);
        OffsetDateTime later = created.plusSeconds(1);
        assertThat(keys(RECEIPTS, both(equal("id", id), equal("createDate", moment(later)))))
                .isEmpty();
    }

    private static Literal moment(OffsetDateTime value) {
        return new Literal.Moment(value, value.toString());
    }
}
