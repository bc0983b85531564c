package ru.smartsbridge.server.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;

/** A bridge in front of two bases of the stand-in, {@code main} and {@code other}, each in a worker of its own. */
record TwoBases(StandInHome home, ComBase base, ComBridge bridge) implements AutoCloseable {
    /** Starts it and waits until both are ready; calls of {@code main} have so long. */
    static TwoBases start(Path folder, String timeout, String endTimeout) throws Exception {
        Lab lab = Lab.forTests();
        StandInHome home = StandInHome.create(Files.createDirectories(folder.resolve("home")), lab.seed());
        String second = UUID.randomUUID().toString();
        home.addBase(second, lab.seed());
        Path exchange = Files.createDirectories(folder.resolve("exchange"));
        ComBase base = new ComBase(lab, home.environment(), home.baseId(), home.logs(), WindowsJvm.path(exchange));
        Path run = folder.resolve("bridge");
        String yaml =
                base.configuration(run, ComBase.Isolation.PROCESS, "timeout: " + timeout, "end-timeout: " + endTimeout)
                        + "  other:\n    com: { connection: '" + second + "', spare: false, log: '"
                        + WindowsJvm.path(home.logs()) + "' }\n";
        ComBridge bridge = ComBridge.start(base, run, yaml);
        boolean ready = false;
        try {
            bridge.awaitReady("main");
            bridge.awaitReady("other");
            ready = true;
            return new TwoBases(home, base, bridge);
        } finally {
            if (!ready) {
                bridge.close();
            }
        }
    }

    /** A process of Windows that ends at once, whatever it does. */
    void kill(long pid) throws IOException, InterruptedException {
        WindowsTasks.kill(base, pid);
    }

    @Override
    public void close() {
        home.order();
        bridge.close();
    }
}
