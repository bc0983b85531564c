package ru.smartsbridge.server.clients;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Bridge;

/** On the sandbox, and by typed calls over REST. */
class OlingoClientTest extends OlingoClient {
    private Bridge sandbox;
    private Bridge typed;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
        typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed");
    }

    @AfterAll
    void stop() {
        typed.close();
        sandbox.close();
    }

    @Override
    protected Stream<String> roots() {
        return Stream.of(sandbox.api(), typed.api());
    }
}
