package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Client.Answer;
import ru.smartsbridge.server.running.RunningNote;

/** {@code check} with a bridge that runs and without one, and what administrators can do. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CheckIT {
    @TempDir
    Path folder;

    private String yaml() throws Exception {
        Path component = Files.createDirectories(folder.resolve("component"));
        return "state: '" + folder.resolve("state") + "'\nbases: { main: { com: { spare: false, connection: '"
                + component + "' } } }";
    }

    private String checked(Path run) throws Exception {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultyProgram.class.getName(),
                        "check",
                        "--config",
                        run.resolve("bridge.yaml").toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(check.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
            assertThat(check.exitValue()).as(said).isZero();
            return said;
        } finally {
            check.destroyForcibly();
        }
    }

    @Test
    void the_running_bridge_is_asked_and_without_one_a_process_of_its_own_asks() throws Exception {
        Path run = folder.resolve("bridge");
        try (RunningProgram program = RunningProgram.serve(run, yaml())) {
            program.awaitReady("main");
            assertThat(checked(run))
                    .contains("asked of the running bridge (process "
                            + program.process().pid())
                    .contains("serves by com")
                    .contains("base main: answers: ");
        }
        assertThat(Files.exists(folder.resolve("state/running.json"))).isFalse();
        assertThat(checked(run))
                .doesNotContain("running bridge")
                .contains("a process of its own asks, under the account " + System.getProperty("user.name"))
                .contains("base main: answers: ");
    }

    @Test
    void who_has_the_note_frees_an_upload_and_nobody_else() throws Exception {
        try (RunningProgram program = RunningProgram.serve(folder.resolve("bridge"), yaml())) {
            program.awaitReady("main");
            Properties note = Json.parseObject(Files.readAllBytes(folder.resolve("state/running.json")));
            program.client().post("/MobileSMARTS/api/v1/Products/BeginUpdate", "");
            String free = "/admin/uploads/free?base=main&target=Products";
            assertThat(program.client().post(free, "").status()).isEqualTo(403);
            assertThat(program.client().get("/admin/check").status()).isEqualTo(403);
            Answer freed = program.client().send("POST", free, "", RunningNote.HEADER, note.text("token"));
            assertThat(freed.status()).as(freed.text()).isEqualTo(204);
            assertThat(program.client()
                            .send("POST", free, "", RunningNote.HEADER, note.text("token"))
                            .status())
                    .isEqualTo(404);
            assertThat(program.client()
                            .post("/MobileSMARTS/api/v1/Products/EndUpdate", "")
                            .message())
                    .contains("administrator");
        }
    }
}
