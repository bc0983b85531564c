package ru.smartsbridge.com.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that runs under Wine: what it prints, how it ends, and the end of all that it started. Thread-safe. */
public final class WindowsProcess implements AutoCloseable {
    /** The variable whose value a process and all its children share. */
    static final String RUN = "COM_LAB_RUN";

    private static final Duration TO_DIE = Duration.ofSeconds(20);

    private static final int LOOK_EVERY_MILLIS = 20;

    private final Process process;
    private final String run;
    private final Path output;
    /** Guarded by itself, which is notified of each line and of the end. */
    private final List<String> lines = new ArrayList<>();

    /** A build that is stopped midway leaves nothing behind. */
    private final Thread atTheVeryEnd = new Thread(this::endAll, "end of a Windows process");

    private boolean ended;

    /**
     * Takes over a process that has just been started.
     *
     * @param output the file that it writes to, which is removed in the end. Of a pipe nobody would see the end: Wine's
     *     services are started by its first program, keep its output open and live on.
     */
    WindowsProcess(Process process, String run, Path output) {
        this.process = process;
        this.run = run;
        this.output = output;
        Thread reader = new Thread(this::follow, "output of " + run);
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(atTheVeryEnd);
    }

    private void follow() {
        try (InputStream written = Files.newInputStream(output)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean last = false;
            for (byte[] more = written.readAllBytes(); !last || more.length > 0; more = written.readAllBytes()) {
                split(more, line);
                last = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (line.size() > 0) {
                add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the program printed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (lines) {
                ended = true;
                lines.notifyAll();
            }
        }
    }

    private void split(byte[] more, ByteArrayOutputStream line) {
        for (byte next : more) {
            if (next == '\n') {
                add(line);
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void add(ByteArrayOutputStream line) {
        synchronized (lines) {
            lines.add(line.toString(StandardCharsets.UTF_8));
            lines.notifyAll();
        }
        line.reset();
    }

    /** What it has printed so far, both streams in one. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /**
     * Waits for a line in which the pattern is found, beginning with the first that was printed.
     *
     * @throws AssertionError with the output so far, if the program ends or the time is over before there is one
     */
    public String await(Pattern pattern, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lines) {
            for (int next = 0; ; next++) {
                while (next >= lines.size()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (ended || left <= 0) {
                        throw new AssertionError((ended ? "ended without a line of " : "no line in time of ") + pattern
                                + ":\n" + String.join("\n", lines));
                    }
                    lines.wait(left);
                }
                if (pattern.matcher(lines.get(next)).find()) {
                    return lines.get(next);
                }
            }
        }
    }

    /**
     * Waits for its end.
     *
     * @throws AssertionError with the output so far, if it does not end in time
     */
    public int exitCode(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lines) {
            while (!ended) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("still runs after " + timeout + ":\n" + String.join("\n", lines));
                }
                lines.wait(left);
            }
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** It and all it started that still run; Wine's own services, which live on with the prefix, are none of them. */
    public List<ProcessHandle> family() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle candidate) {
        if (candidate.pid() == process.pid()) {
            return candidate.isAlive();
        }
        Path proc = Path.of("/proc", Long.toString(candidate.pid()));
        return read(proc.resolve("environ"))
                .filter(variables -> variables.anyMatch((RUN + "=" + run)::equals))
                .flatMap(ours -> read(proc.resolve("cmdline")))
                .flatMap(Stream::findFirst)
                .filter(program -> !program.contains("wineserver"))
                .filter(program -> !program.toLowerCase(Locale.ROOT).startsWith("c:\\windows\\"))
                .isPresent();
    }

    /** The strings of a file of the kernel; empty where the process has gone or belongs to somebody else. */
    private static Optional<Stream<String>> read(Path file) {
        try {
            return Optional.of(Stream.of(
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\0")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Tells it to end as Ctrl+C does; a JVM runs its shutdown hooks then [run], which at SIGTERM it does not. */
    public void interrupt() {
        for (ProcessHandle each : family()) {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(each.pid()))
                        .inheritIO()
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot interrupt " + each, e);
            }
        }
    }

    /** As {@link #end}. */
    @Override
    public void close() {
        end();
    }

    /**
     * Ends it and all it started, at once, as a crash would.
     *
     * @throws IllegalStateException if one of them is still there after 20 seconds
     */
    public void end() {
        Runtime.getRuntime().removeShutdownHook(atTheVeryEnd);
        endAll();
    }

    private void endAll() {
        long deadline = System.nanoTime() + TO_DIE.toNanos();
        for (List<ProcessHandle> left = family(); !left.isEmpty(); left = family()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("cannot end " + left);
            }
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(WindowsProcess::awaitEnd);
        }
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + output, e);
        }
    }

    private static void awaitEnd(ProcessHandle dying) {
        try {
            dying.onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // looked at again by whoever waits
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + dying + " was ending", e);
        }
    }
}
