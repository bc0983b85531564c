package ru.smartsbridge.server.lab;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Windows' own way to end a process. */
final class WindowsTasks {
    private static final long LONGEST_SECONDS = 60;

    private WindowsTasks() {}

    /** Ends a process of the Windows that a base's component runs in. */
    static void kill(ComBase base, long pid) throws IOException, InterruptedException {
        ProcessBuilder kill = new ProcessBuilder("wine", "taskkill", "/f", "/pid", Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        kill.environment()
                .put(
                        "WINEPREFIX",
                        base.environment()
                                .getOrDefault(
                                        "WINEPREFIX", base.lab().winePrefix().toString()));
        kill.environment().put("WINEARCH", "win64");
        kill.environment().put("WINEDEBUG", "-all");
        Process process = kill.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("taskkill does not end");
        }
    }
}
