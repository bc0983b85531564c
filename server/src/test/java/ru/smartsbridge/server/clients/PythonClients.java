package ru.smartsbridge.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * {@code examples/clients/run.sh}: python-odata, a validator of OpenAPI, schemathesis. In the Python environment that
 * {@code -Dclients.venv} names, which the script makes where it is not there.
 */
public final class PythonClients {
    private static final String VENV = System.getProperty("clients.venv", "");
    private static final long BOUND_MINUTES = 18;

    private PythonClients() {}

    /** Leaves the test out, and says so, where it was not given the environment. */
    public static void requireEnvironment() {
        if (VENV.isEmpty()) {
            String reason = "-Dclients.venv names no folder for a Python environment";
            System.out.println("Python's clients were left out: " + reason);
            Assumptions.abort(reason);
        }
    }

    /** All of them with one base of a bridge that can do everything; fails where one of them does. */
    static void runWith(String origin, String base) throws Exception {
        run(origin, base, Map.of());
    }

    /**
     * The same with a base that answers 501 to what the way to it cannot do.
     *
     * @param without a pattern of addresses that it fails at; empty for none
     */
    public static void runWithLacking(String origin, String base, String without) throws Exception {
        run(origin, base, Map.of("CLIENTS_MAY_LACK", "yes", "CLIENTS_WITHOUT", without));
    }

    private static void run(String origin, String base, Map<String, String> settings) throws Exception {
        Path script = Path.of("..", "examples", "clients", "run.sh").toAbsolutePath();
        ProcessBuilder program = new ProcessBuilder("bash", script.toString(), origin, base);
        program.environment().put("CLIENTS_VENV", VENV);
        program.environment().putAll(settings);
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES)).isTrue();
        System.out.println(said);
        assertThat(process.exitValue()).as(said).isZero();
    }
}
