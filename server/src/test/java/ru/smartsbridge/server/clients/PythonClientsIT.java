package ru.smartsbridge.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Bridge;

/**
 * {@code examples/clients/run.sh}: python-odata, a validator of OpenAPI, schemathesis. In the Python environment that
 * {@code -Dclients.venv} names, which the script makes where it is not there.
 */
@Timeout(1_200)
class PythonClientsIT {
    private static final String VENV = System.getProperty("clients.venv", "");
    private static final long BOUND_MINUTES = 18;

    @TempDir
    private Path folder;

    @Test
    void work_with_the_sandbox_and_with_typed_calls_over_rest() throws Exception {
        if (VENV.isEmpty()) {
            String reason = "-Dclients.venv names no folder for a Python environment";
            System.out.println("Python's clients were left out: " + reason);
            Assumptions.abort(reason);
        }
        try (Bridge sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
                Bridge typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed")) {
            runs(sandbox);
            runs(typed);
        }
    }

    private static void runs(Bridge bridge) throws Exception {
        Path script = Path.of("..", "examples", "clients", "run.sh").toAbsolutePath();
        ProcessBuilder program = new ProcessBuilder("bash", script.toString(), bridge.origin(), "main");
        program.environment().put("CLIENTS_VENV", VENV);
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES)).isTrue();
        System.out.println(said);
        assertThat(process.exitValue()).as(said).isZero();
    }
}
