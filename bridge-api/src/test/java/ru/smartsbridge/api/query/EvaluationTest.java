package ru.smartsbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class EvaluationTest {
    private static final Properties LINE = Properties.builder()
            .put("uid", "a'b")
            .put("quantity", new Value.Number("1.0"))
            .put("finished", true)
            .put("sscc", Value.NULL)
            .put("date", "2025-06-16T09:58:43.7526682+03:00")
            .put("local", "2025-06-16T09:58:43.7526682")
            .put("packing", Properties.builder().put("Name", "шт").build())
            .put("items", List.of())
            .build();

    private final Evaluation evaluation = new Evaluation(ZoneId.of("Europe/Moscow"));

    private boolean matches(Literal literal, String... path) {
        return evaluation.matches(new Filter.Comparison(List.of(path), Filter.Operator.EQ, literal), LINE);
    }

    private static Literal number(String digits) {
        return new Literal.Number(new BigDecimal(digits));
    }

    private static Literal moment(String written) {
        return new Literal.Moment(OffsetDateTime.parse(written), written);
    }

    @Test
    void texts_are_equal_to_the_letter() {
        assertThat(matches(new Literal.Text("a'b"), "uid")).isTrue();
        assertThat(matches(new Literal.Text("A'b"), "uid")).isFalse();
        assertThat(matches(new Literal.Text("1.0"), "quantity")).isFalse();
    }

    @Test
    void names_are_matched_ignoring_case_along_the_path() {
        assertThat(matches(new Literal.Text("a'b"), "UID")).isTrue();
        assertThat(matches(new Literal.Text("шт"), "Packing", "name")).isTrue();
        assertThat(matches(new Literal.Text("шт"), "uid", "name")).isFalse();
    }

    @Test
    void numbers_are_compared_as_decimals() {
        assertThat(matches(number("1"), "quantity")).isTrue();
        assertThat(matches(number("1.000"), "quantity")).isTrue();
        assertThat(matches(number("1.0000000000000000000001"), "quantity")).isFalse();
        assertThat(matches(number("1"), "finished")).isFalse();
    }

    @Test
    void flags_are_flags() {
        assertThat(matches(new Literal.Flag(true), "finished")).isTrue();
        assertThat(matches(new Literal.Flag(false), "finished")).isFalse();
        assertThat(matches(new Literal.Flag(false), "sscc")).isFalse();
    }

    @Test
    void null_and_absent_are_null() {
        assertThat(matches(new Literal.Null(), "sscc")).isTrue();
        assertThat(matches(new Literal.Null(), "absent")).isTrue();
        assertThat(matches(new Literal.Null(), "absent", "deeper")).isTrue();
        assertThat(matches(new Literal.Null(), "sscc", "deeper")).isTrue();
        assertThat(matches(new Literal.Null(), "uid")).isFalse();
        assertThat(matches(new Literal.Null(), "items")).isFalse();
    }

    @Test
    void moments_are_compared_as_instants() {
        assertThat(matches(moment("2025-06-16T06:58:43.7526682Z"), "date")).isTrue();
        assertThat(matches(moment("2025-06-16T09:58:43.7526683+03:00"), "date")).isFalse();
        assertThat(matches(moment("2025-06-16T06:58:43.7526682Z"), "local")).isTrue();
        assertThat(matches(moment("2025-06-16T06:58:43Z"), "uid")).isFalse();
        assertThat(matches(moment("2025-06-16T06:58:43Z"), "quantity")).isFalse();
    }

    @Test
    void and_holds_where_every_part_does() {
        Filter right = new Filter.Comparison(List.of("quantity"), Filter.Operator.EQ, number("1"));
        Filter wrong = new Filter.Comparison(List.of("uid"), Filter.Operator.EQ, new Literal.Text("c"));
        assertThat(evaluation.matches(new Filter.And(List.of(right, right)), LINE))
                .isTrue();
        assertThat(evaluation.matches(new Filter.And(List.of(right, wrong)), LINE))
                .isFalse();
        assertThat(evaluation.matches(new Filter.And(List.of()), LINE)).isTrue();
    }
}
