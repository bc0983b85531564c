package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.clients.OlingoClient;
import ru.smartsbridge.server.clients.PythonClients;

/** Clients that nobody wrote for the bridge, in front of a component in its worker. */
@Timeout(value = 25, unit = TimeUnit.MINUTES)
abstract class ClientsOverCom extends OlingoClient {
    private ComBridge bridge;

    /** A base that the test may write to. */
    abstract ComBase base(Path home) throws Exception;

    /** A pattern of addresses that the base fails at; empty for none. */
    String without() {
        return "";
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bridge = ComBridge.start(base(folder.resolve("base")), folder.resolve("bridge"), ComBase.Isolation.PROCESS);
    }

    @AfterAll
    void stop() {
        if (bridge != null) { // the base may have been left out
            bridge.close();
        }
    }

    @Override
    protected Stream<String> roots() {
        return Stream.of(bridge.api());
    }

    @Test
    void in_python() throws Exception {
        PythonClients.requireEnvironment();
        PythonClients.runWithLacking(bridge.origin(), "main", without());
    }
}
