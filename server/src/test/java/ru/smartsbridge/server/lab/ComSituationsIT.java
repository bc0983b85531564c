package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;
import ru.smartsbridge.com.lab.WindowsProcess;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/**
 * What can be wrong with a COM base on a Windows machine, each as a base of one bridge: what {@code /health/ready} and
 * {@code check} say of it. Those that need no Windows are in {@code ChoiceTableIT}.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "lab.faults", matches = "all", disabledReason = "takes minutes: -Dlab.faults=all")
class ComSituationsIT {
    @TempDir
    Path folder;

    /** Whether it is ready, and what is said of it. */
    private record Expected(boolean ready, String sentence) {}

    private final Map<String, Expected> expected = new LinkedHashMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();
    private StandInHome home;
    private Lab lab;

    private void base(String name, String com, boolean ready, String sentence) {
        sections.put(name, com);
        expected.put(name, new Expected(ready, sentence));
    }

    private String version(String name, String version) throws IOException {
        String id = UUID.randomUUID().toString();
        home.addBase(id, lab.seed());
        Files.writeString(
                folder.resolve("home/bases").resolve(id).resolve("app.txt"),
                "name=" + name + "\nappId=x\nappName=" + name + "\nappVersion=" + version + "\n");
        return "connection: '" + id + "'";
    }

    @Test
    void each_situation_has_its_sentence_and_none_keeps_the_others_from_being_served() throws Exception {
        lab = Lab.forTests();
        home = StandInHome.create(Files.createDirectories(folder.resolve("home")), lab.seed());
        String good = "connection: '" + home.baseId() + "'";
        Path notADll = Files.writeString(folder.resolve("not-a.dll"), "no library");
        base("good", good, true, "");
        base(
                "nodll",
                good + ", dll: '" + WindowsJvm.path(folder.resolve("missing.dll")) + "'",
                false,
                "There is no JACOB library");
        base("baddll", good + ", dll: '" + WindowsJvm.path(notADll) + "'", false, "cannot be loaded by this JVM");
        base("nojava", good + ", java: 'C:\\nowhere\\java.exe'", false, "Check com.java");
        base("nobase", "connection: '" + UUID.randomUUID() + "'", false, "com.connection");
        base("newest", version("Склад 15", "1.4.0.10"), false, "not supported by the vendor");
        base("old", version("Склад 15", "1.3.0.9"), true, "");
        base("unknown", version("Склад 15", "?"), true, "");

        ComBase base = new ComBase(lab, home.environment(), home.baseId(), home.logs(), "");
        Path run = folder.resolve("bridge");
        String yaml = "listen: 127.0.0.1:0\nlanguage: en\ndefault-base: good\nstate: '"
                + WindowsJvm.path(run.resolve("state")) + "'\nbases:\n"
                + sections.entrySet().stream()
                        .map(entry -> "  " + entry.getKey() + ": { transport: com, com: { spare: false, "
                                + entry.getValue() + " } }\n")
                        .collect(Collectors.joining());
        try (ComBridge bridge = ComBridge.start(base, run, yaml)) {
            for (Map.Entry<String, Expected> entry : expected.entrySet()) {
                Properties state = settled(bridge, entry.getKey(), entry.getValue());
                System.out.println(entry.getKey() + ": " + state.flag("ready") + ", " + state.text("reason"));
            }
            String said = checked(base, run);
            assertThat(said)
                    .contains("asked of the running bridge")
                    .contains("StorageConnector is registered for 64 bits")
                    .contains("SHA-256 fbb3d16d2c3ee947fa3f9fb53e98b2fb4f0f4517abebc7005dfd082e928659af")
                    .contains("The component is used under the account")
                    .contains("There is no JACOB library")
                    .contains("Product objects cross in batches as XML")
                    .contains("answers: Склад 15, version 1.3.0.9");
            assertThat(said.lines().filter(line -> line.contains("base unknown") && line.startsWith("FAIL")))
                    .as("a version that cannot be read is red: %s", said)
                    .isNotEmpty();
        }
    }

    private static Properties settled(ComBridge bridge, String base, Expected expected) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            Properties state = new Client(bridge.origin())
                    .get("/health/ready").json().objects("bases").stream()
                            .filter(one -> one.text("name").equals(base))
                            .findFirst()
                            .orElseThrow();
            boolean said =
                    expected.ready() || String.valueOf(state.text("reason")).contains(expected.sentence());
            if (state.flag("ready") == expected.ready() && said) {
                return state;
            }
            assertThat(System.nanoTime())
                    .as("%s is never %s: %s", base, expected, state)
                    .isLessThan(until);
            Pause.betweenLooks();
        }
    }

    private static String checked(ComBase base, Path run) throws Exception {
        try (WindowsProcess check = base.jvm()
                .workingDirectory(run)
                .startJar(
                        Path.of(System.getProperty("smarts-bridge.jar")),
                        "check",
                        "--config",
                        WindowsJvm.path(run.resolve("bridge.yaml")))) {
            assertThat(check.exitCode(Duration.ofMinutes(3))).isEqualTo(1);
            return String.join("\n", check.lines());
        }
    }
}
