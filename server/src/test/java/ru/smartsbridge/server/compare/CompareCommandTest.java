package ru.smartsbridge.server.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;

/** {@code compare} as people type it: on two sandboxes, with plans and rules of theirs. */
class CompareCommandTest {
    private static final String BASES = """
        bases:
          main: { sandbox: { products: 30, store: memory } }
          next: { sandbox: { products: 30, store: memory } }
          fewer: { sandbox: { products: 29, store: memory } }
          trial: { rehearsal: true, sandbox: { products: 5, store: memory } }
          test: { rehearsal: true, sandbox: { products: 5, store: memory } }
        """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), BASES);
    }

    private int compare(String... arguments) {
        Surroundings around = new Surroundings(
                environment,
                folder.toAbsolutePath(),
                Optional.empty(),
                "1.2.3",
                Locale.ENGLISH,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false);
        String[] all = Stream.concat(Stream.of("compare", "--config", "b.yaml"), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLineProgram(around, Transports::installed, new Starts(null, null)).run(all);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void two_bases_that_are_the_same_give_0_and_a_report_in_the_state_folder() throws IOException {
        assertThat(compare("--control", "main", "--candidate", "next")).isZero();
        assertThat(out()).startsWith("May switch from main to next: no difference in ");
        Path report = folder.resolve("state/comparisons/main-next");
        assertThat(report.resolve("report.html")).isNotEmptyFile();
        assertThat(report.resolve("report.json")).isNotEmptyFile();
        assertThat(report.resolve("junit.xml")).isNotEmptyFile();
        assertThat(report.resolve("differences.jsonl")).isEmptyFile();
        assertThat(report.resolve("suggested-rules.yaml")).doesNotExist();
        try (Stream<Path> left = Files.list(report.getParent())) {
            assertThat(left).as("nothing else stays").hasSize(1);
        }
        assertThat(err()).contains("[10/43] Products: compared, entities 30, differences 0");
    }

    @Test
    void two_bases_that_differ_give_1_and_say_where() throws IOException {
        write("p.yaml", "sets: [Products]\n");
        assertThat(compare("--control", "main", "--candidate", "fewer", "--plan", "p.yaml", "--report", "r"))
                .isEqualTo(1);
        assertThat(out())
                .contains("Products: missing, 1 times, for instance 00000030", "fewer differs from main: ")
                .contains(folder.resolve("r").toString());
        assertThat(Files.readAllLines(folder.resolve("r/differences.jsonl"))).hasSize(1);
    }

    @Test
    void what_cannot_be_compared_gives_2() throws IOException {
        write("p.yaml", "sets: [Products, Tables/Nirgends]\n");
        assertThat(compare("--control", "main", "--candidate", "next", "--plan", "p.yaml"))
                .isEqualTo(2);
        assertThat(out()).contains("Not compared: Tables/Nirgends (The plan names it, and neither base has it)");
    }

    @Test
    void the_rules_that_it_suggests_are_rules_and_are_enough() throws IOException {
        write("p.yaml", "sets: [Products]\nkeys: { Products: [barcode] }\nsingle-reads: 0\n");
        write("p2.yaml", "sets: [Users, Products]\nordered: [Products]\n");
        write(
                "lost.yaml",
                "rules:\n  - { set: Products, path: \"\", kinds: [missing], ignore: true, reason: \"it is known\" }\n");
        assertThat(compare(
                        "--control",
                        "main",
                        "--candidate",
                        "fewer",
                        "--plan",
                        "p2.yaml",
                        "--suggest-rules",
                        "--report",
                        "r"))
                .isEqualTo(1);
        assertThat(Files.readString(folder.resolve("r/suggested-rules.yaml")))
                .contains("rules: []", "#   Products : \"\" (missing, 1)");
        assertThat(compare("--control", "main", "--candidate", "fewer", "--plan", "p2.yaml", "--rules", "lost.yaml"))
                .isZero();
        assertThat(compare("--control", "main", "--candidate", "next", "--plan", "p.yaml", "--rules", "lost.yaml"))
                .isZero();
        assertThat(out()).contains("Rule rule-1 matches nothing any more and can go");
        assertThat(compare(
                        "--control",
                        "main",
                        "--candidate",
                        "next",
                        "--plan",
                        "p.yaml",
                        "--rules",
                        "r/suggested-rules.yaml"))
                .as("what is suggested can be read")
                .isZero();
    }

    @Test
    void errors_of_plans_and_rules_have_their_places_all_at_once() throws IOException {
        write("p.yaml", "samples: { Products: 0% }\nsilence: soon\nleave-out:\n  - { set: Users }\n");
        assertThat(compare("--control", "main", "--candidate", "next", "--plan", "p.yaml"))
                .isEqualTo(2);
        assertThat(err())
                .contains("p.yaml:1:22: samples.Products: \"0%\" is no part of a set")
                .contains("p.yaml:2:10: silence: \"soon\" is no length of time")
                .contains("p.yaml:4:5: leave-out.reason: reason must be there");
        write("r.yaml", """
            rules:
              - { set: Products, path: name, ignore: true, tolerance: 1, reason: x }
              - { set: Products, path: name, tolerance: much, reason: x, until: tomorrow }
              - { set: Products, path: name, normalise: [trimm], reason: x, kind: value }
            """);
        assertThat(compare("--control", "main", "--candidate", "next", "--rules", "r.yaml"))
                .isEqualTo(2);
        assertThat(err())
                .contains("r.yaml:2:7: rules.set: a rule has exactly one of")
                .contains("\"much\" is no tolerance")
                .contains("\"tomorrow\" is no day")
                .contains("\"trimm\" is not allowed here")
                .contains("rules.kind: there is no such key. Did you mean kinds?");
    }

    @Test
    void unknown_names_are_told_with_the_nearest_known_one() {
        assertThat(compare("--control", "mian", "--candidate", "next")).isEqualTo(2);
        assertThat(err()).contains("--control: there is no base mian. Did you mean main?");
        assertThat(compare("--control", "main", "--candidate", "next", "--without-rule", "row-uids"))
                .isEqualTo(2);
        assertThat(err()).contains("--without-rule: there is no built-in rule row-uids. Did you mean row-uid?");
    }

    @Test
    void writes_are_refused_unless_both_bases_are_marked() {
        assertThat(compare("--control", "trial", "--candidate", "main", "--writes"))
                .isEqualTo(2);
        assertThat(err()).contains("--writes: base main is not marked for it");
        assertThat(compare("--control", "main", "--candidate", "trial", "--writes"))
                .isEqualTo(2);
    }

    @Test
    void writes_between_marked_bases_are_told_before_and_after() {
        assertThat(compare("--control", "trial", "--candidate", "test", "--writes"))
                .isZero();
        assertThat(err()).containsPattern("The rehearsal now writes \\d+ entities");
        assertThat(out()).containsPattern("The rehearsal wrote \\d+ entities, 0 of them stay");
    }

    @Test
    void it_speaks_russian_too() throws IOException {
        environment.put("LANG", "ru_RU.UTF-8");
        write("p.yaml", "sets: [\"Tables/Цены\", Users]\n");
        assertThat(compare("--control", "main", "--candidate", "next", "--plan", "p.yaml", "--report", "r"))
                .isZero();
        assertThat(out()).startsWith("Можно переходить с main на next: различий нет");
        assertThat(Files.readString(folder.resolve("r/report.html"))).contains("<html lang=\"ru\"");
    }

    @Test
    void a_sample_is_the_same_on_both_sides() throws IOException {
        write("p.yaml", "sets: [Products]\nsamples: { Products: 50% }\n");
        assertThat(compare("--control", "main", "--candidate", "next", "--plan", "p.yaml", "--report", "r"))
                .isZero();
        assertThat(Files.readString(folder.resolve("r/report.json")))
                .contains("A sample of 50 % was compared, the same on both sides")
                .containsPattern("\"control\" : 30,\\s+\"candidate\" : 30,\\s+\"compared\" : (9|1\\d|2[01]),");
    }
}
