package ru.smartsbridge.server.clients;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Bridge;

@Timeout(1_200)
class PythonClientsIT {
    @TempDir
    private Path folder;

    @Test
    void work_with_the_sandbox_and_with_typed_calls_over_rest() throws Exception {
        PythonClients.requireEnvironment();
        try (Bridge sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
                Bridge typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed")) {
            PythonClients.runWith(sandbox.origin(), "main");
            PythonClients.runWith(typed.origin(), "main");
        }
    }
}
