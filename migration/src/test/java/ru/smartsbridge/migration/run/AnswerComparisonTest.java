package ru.smartsbridge.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Group;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.migration.words.Vocabulary;

/** Two answers to one request, as clients get them, are compared like what two bases hold. */
class AnswerComparisonTest {
    private static final String JSON = "application/json; odata.metadata=minimal";

    private final List<Difference> found = new ArrayList<>();
    private final AnswerComparison comparison = new AnswerComparison(
            new AnswerComparison.Base("main", "COM", ZoneOffset.UTC, Fidelity.EXACT),
            new AnswerComparison.Base("next", "REST", ZoneOffset.ofHours(3), Fidelity.EXACT),
            TestBase.named("main").schema(),
            Vocabulary.STANDARD,
            Plan.COMPLETE,
            List.of(),
            Set.of(),
            found::add,
            Clock.systemUTC());

    private static ReadAnswer answer(int status, String type, String body) {
        return new ReadAnswer(status, type, body.getBytes(StandardCharsets.UTF_8), 1_000_000);
    }

    private AnswerComparison.Finding compared(String path, String query, String control, String candidate) {
        return comparison.compare(
                new ReadRequest(path, query),
                answer(200, JSON, control.replace('`', '"')),
                answer(200, JSON, candidate.replace('`', '"')));
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '\1', textBlock = """
            Users; {`@odata.context`:`a`,`value`:[{`id`:`1`},{`id`:`2`}]}; {`@odata.context`:`b`,`value`:[{`id`:`2`},{`id`:`1`}]}
            Users('1'); {`id`:`1`,`name`:`A`}; {`name`:`A`,`id`:`1`}
            Docs/PodborZakaza('1')/declaredItems; {`value`:[{`uid`:`1`,`declaredQuantity`:1.0}]}; {`value`:[{`uid`:`1`,`declaredQuantity`:1}]}
            Docs/PodborZakaza('1'); {`id`:`1`,`createDate`:`2026-01-01T00:00:00Z`}; {`id`:`1`,`createDate`:`2026-01-01T03:00:00+03:00`}
            Users('1')/name; {`value`:`A`}; {`value`:`A`}
            Nothing/known; {`x`:1}; {`x`:1.0}
            """)
    void say_the_same(String path, String control, String candidate) {
        assertThat(compared(path, null, control, candidate)).isEqualTo(AnswerComparison.Finding.SAME);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{0}?{1}: {4} at {3} of {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '\1', textBlock = """
            users; ; Users; name; VALUE; {`value`:[{`id`:`1`,`name`:`A`}]}; {`value`:[{`id`:`1`,`name`:`B`}]}
            Users; $top=1; Users; ''; MISSING; {`value`:[{`id`:`1`}]}; {`value`:[]}
            Users; $orderby=name; Users; ''; ORDER; {`value`:[{`id`:`1`},{`id`:`2`}]}; {`value`:[{`id`:`2`},{`id`:`1`}]}
            Users; $count=true&$top=0; Users; $count; SIZE; {`@odata.count`:5,`value`:[]}; {`@odata.count`:4,`value`:[]}
            Users('1')/name; ; Users; name; VALUE; {`value`:`A`}; {`value`:`a`}
            Docs('1'); ; Docs; description; TYPE; {`id`:`1`,`description`:`1`}; {`id`:`1`,`description`:1}
            Docs/PodborZakaza('%D0%B0')/declaredItems; ; Docs/PodborZakaza; declaredItems/sscc; VALUE; {`value`:[{`uid`:`1`,`sscc`:`1`}]}; {`value`:[{`uid`:`1`,`sscc`:`2`}]}
            Nothing/known; ; (other); x; VALUE; {`x`:1}; {`x`:2}
            """)
    void say_another_thing(
            String path, String query, String set, String field, String kind, String control, String candidate) {
        assertThat(compared(path, query, control, candidate)).isEqualTo(AnswerComparison.Finding.DIFFERENT);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).set()).isEqualTo(set);
        assertThat(found.get(0).field()).isEqualTo(field.replace("''", ""));
        assertThat(found.get(0).kind()).hasToString(kind);
    }

    @Test
    void a_refusal_beside_an_answer_is_a_difference_and_two_alike_are_none() {
        ReadRequest request = new ReadRequest("Users('9')", null);
        ReadAnswer refusal = answer(404, JSON, "{}");
        assertThat(comparison.compare(request, refusal, answer(404, JSON, "{\"error\":1}")))
                .isEqualTo(AnswerComparison.Finding.SAME);
        assertThat(comparison.compare(request, refusal, answer(200, JSON, "{}")))
                .isEqualTo(AnswerComparison.Finding.DIFFERENT);
        assertThat(found).extracting(Difference::key).containsExactly("Users('9')");
    }

    @Test
    void plain_numbers_and_metadata_are_compared_as_what_they_are() {
        assertThat(comparison.compare(
                        new ReadRequest("Users/$count", null),
                        answer(200, "text/plain", "6"),
                        answer(200, "text/plain", "7")))
                .isEqualTo(AnswerComparison.Finding.DIFFERENT);
        byte[] edmx = TestBase.named("main").schema().edmx().document();
        ReadAnswer metadata = new ReadAnswer(200, "application/xml", edmx, 1);
        assertThat(comparison.compare(new ReadRequest("$metadata", null), metadata, metadata))
                .isEqualTo(AnswerComparison.Finding.SAME);
    }

    @Test
    void what_is_no_json_though_it_says_so_is_told_and_counts_for_nothing() {
        assertThat(compared("Users", null, "{`value`:[", "{`value`:[]}"))
                .isEqualTo(AnswerComparison.Finding.UNREADABLE);
        assertThat(comparison.report(false).sets()).allMatch(set -> set.counts().compared() == 0);
    }

    @Test
    void secrets_are_compared_and_not_shown() {
        compared("Users('1')", null, "{`id`:`1`,`password`:`one`}", "{`id`:`1`,`password`:`two`}");
        assertThat(found)
                .singleElement()
                .satisfies(difference -> assertThat(difference.toString()).doesNotContain("one", "two"));
    }

    @Test
    void the_report_tells_by_set_what_was_compared_and_what_failed() {
        compared("Users", null, "{`value`:[]}", "{`value`:[]}");
        compared("Users('1')", null, "{`id`:`1`,`name`:`A`}", "{`id`:`1`,`name`:`B`}");
        assertThat(comparison.report(false).outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(comparison.report(false).differences())
                .extracting(Group::field)
                .containsExactly("name");
        comparison.failed(
                new ReadRequest("Products", null), false, new Failure(Category.TIMED_OUT, Text.verbatim("silent")));
        assertThat(comparison.report(false).outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(comparison.report(false).sets())
                .extracting(set -> set.set() + " " + set.counts().compared())
                .containsExactly("Products 0", "Users 2");
    }
}
