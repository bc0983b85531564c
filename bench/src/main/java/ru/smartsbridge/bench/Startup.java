package ru.smartsbridge.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from the start of a process to its first good answer, several times one after the other.
 *
 * <p>Arguments: how often, an address, a file for what the process says, then the command.
 */
public final class Startup {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(2);

    private final Target target;
    private final File log;
    private final List<String> command;

    private Startup(Target target, File log, List<String> command) {
        this.target = target;
        this.log = log;
        this.command = command;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Startup startup = new Startup(
                Target.get(URI.create(arguments[1])),
                new File(arguments[2]),
                List.of(arguments).subList(3, arguments.length));
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            seconds.add(startup.once() / 1e9);
        }
        Spread spread = Spread.of(seconds);
        System.out.printf(
                Locale.ROOT,
                "Start to first answer: %.2f s (median of %d; %.2f–%.2f)%n",
                spread.median(),
                seconds.size(),
                spread.least(),
                spread.most());
    }

    private long once() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            while (!answers()) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                    throw new IOException("no answer; see " + log);
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
            return System.nanoTime() - begin;
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private boolean answers() {
        try (Connection connection = Connection.open(target)) {
            connection.ask();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
