package ru.smartsbridge.migration.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.run.Comparison;
import ru.smartsbridge.migration.run.Progress;
import ru.smartsbridge.migration.side.Side;

/** The files of a report: the same for the same data, without secrets, small however much differs. */
class ReportFilesTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @TempDir
    Path folder;

    private Report write(Path where, Side control, Side candidate, Plan plan) throws IOException {
        ReportFiles files = new ReportFiles(where);
        Report report;
        try (JsonLines lines = files.lines()) {
            report = new Comparison(
                            control,
                            candidate,
                            plan,
                            List.of(),
                            Set.of(),
                            Progress.NONE,
                            lines,
                            folder.resolve("work"),
                            Compared.TODAY)
                    .run();
        }
        files.write(report, RUSSIAN, true);
        return report;
    }

    /** The same report without what takes time. */
    private static Report timeless(Report report) {
        return new Report(
                report.control(),
                report.candidate(),
                Instant.EPOCH,
                Instant.EPOCH,
                report.stopped(),
                report.sets().stream()
                        .map(set -> new SetResult(
                                set.set(),
                                set.title(),
                                set.status(),
                                set.counts(),
                                set.failures(),
                                set.notes(),
                                Latency.NONE))
                        .toList(),
                report.differences(),
                report.noise(),
                report.rules(),
                report.rehearsal());
    }

    private static Map<String, String> contents(Path where) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(where)) {
            for (Path file : files.sorted().toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static TestBase changed() {
        TestBase base = TestBase.named("next");
        for (int i = 0; i < 40; i++) {
            base.put("Products", i, "name", Value.text("Товар " + i));
        }
        base.set("Tables/Rezerv").remove(1);
        java.util.Collections.reverse(base.set("Products"));
        return base.remove("Docs/PodborZakaza", 0, "declaredItems.1").put("Users", 1, "password", Value.text("x"));
    }

    @Test
    void are_the_same_byte_for_byte_but_for_times() throws IOException {
        List<Map<String, String>> runs = new ArrayList<>();
        for (String run : List.of("first", "second")) {
            Path where = folder.resolve(run);
            Report report = write(where, TestBase.named("main"), changed(), Plan.COMPLETE);
            new ReportFiles(where).write(timeless(report), RUSSIAN, true);
            runs.add(contents(where));
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
        assertThat(runs.get(0))
                .containsOnlyKeys(
                        "differences.jsonl", "junit.xml", "report.html", "report.json", "suggested-rules.yaml");
        assertThat(runs.get(0).get("differences.jsonl").lines()).hasSize(43);
    }

    @Test
    void hold_nothing_that_is_secret() throws IOException {
        String secret = "TopSecret-";
        TestBase control = TestBase.named("main");
        TestBase candidate = TestBase.named("next");
        control.put("Users", 0, "password", Value.text(secret + 1));
        candidate.put("Users", 0, "password", Value.text(secret + 2));
        control.put("Users", 1, "pincode", Value.text(secret + 3));
        candidate.put("Users", 2, "geheim", Value.text(secret + 4));
        candidate.put(
                "Docs/PodborZakaza",
                0,
                "declaredItems.0",
                Properties.builder()
                        .put("uid", "new")
                        .put("productId", secret.length())
                        .put("Geheim", secret + 5)
                        .build());
        Plan plan = new Plan(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                true,
                20,
                Optional.empty(),
                Set.of("geheim"),
                Plan.COMPLETE.silence(),
                5);
        Report report = write(folder.resolve("r"), control, candidate, plan);
        assertThat(report.differences()).extracting(Group::field).contains("password", "pincode", "geheim");
        contents(folder.resolve("r"))
                .forEach((file, text) -> assertThat(text).as(file).doesNotContain(secret));
        assertThat(contents(folder.resolve("r")).get("differences.jsonl")).contains("\"control\":\"***\"");
    }

    @Test
    void are_what_their_forms_say() throws Exception {
        Report report = write(folder, TestBase.named("main"), changed(), Plan.COMPLETE);
        Properties json =
                (Properties) Json.parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(ReportFiles.JSON))));
        assertThat(json.text("form")).isEqualTo(JsonReport.FORM);
        assertThat(json.text("verdict")).isEqualTo("differs");
        assertThat(json.object("counts").orElseThrow().decimal("differences").longValue())
                .isEqualTo(report.differenceCount());
        Document junit = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(ReportFiles.JUNIT).toFile());
        Element suite = junit.getDocumentElement();
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(String.valueOf(report.sets().size()));
        assertThat(junit.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
        assertThat(Files.readString(folder.resolve(ReportFiles.PAGE)))
                .contains("next отличается от main", "next differs from main")
                .doesNotContain("http://", "https://");
    }

    @Test
    void stay_small_with_a_hundred_thousand_differences_all_of_which_are_in_the_list() throws IOException {
        TestBase control = TestBase.named("main");
        TestBase candidate = TestBase.named("next");
        Properties sample = control.set("Products").get(0);
        control.set("Products").clear();
        candidate.set("Products").clear();
        for (int i = 0; i < 50_000; i++) {
            Properties product = sample.with("id", Value.text(String.format(Locale.ROOT, "%08d", i)));
            control.set("Products").add(product);
            candidate
                    .set("Products")
                    .add(product.with("name", Value.text("Товар " + i)).with("marking", Value.number(i)));
        }
        Report report = write(folder.resolve("r"), control, candidate, Plan.COMPLETE);
        assertThat(report.differenceCount()).isEqualTo(100_000);
        assertThat(Files.size(folder.resolve("r").resolve(ReportFiles.PAGE))).isLessThan(150_000);
        try (Stream<String> lines =
                Files.lines(folder.resolve("r").resolve(ReportFiles.LINES), StandardCharsets.UTF_8)) {
            assertThat(lines.count()).isEqualTo(100_000);
        }
    }
}
