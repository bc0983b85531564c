package ru.smartsbridge.com.lab;

import java.io.BufferedReader;
import java.io.IOException;
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
    static final String RUN = "SMARTS_BRIDGE_LAB_RUN";

    private static final Duration TO_DIE = Duration.ofSeconds(20);
    /** How long output that was written before the end may take to arrive. */
    private static final Duration TO_DRAIN = Duration.ofSeconds(2);

    private final Process process;
    private final String run;
    private final Thread reader;
    /** Guarded by itself, which is notified of each line and of the end. */
    private final List<String> lines = new ArrayList<>();

    private boolean ended;

    WindowsProcess(Process process, String run) {
        this.process = process;
        this.run = run;
        this.reader = new Thread(this::read, "output of " + run);
        reader.setDaemon(true);
        reader.start();
        process.onExit().thenRun(this::drain);
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(the output broke off: " + e.getMessage() + ")");
        }
    }

    private void add(String line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /** Wine's server may hold the pipe open after the program has ended, so its end is not waited for without bound. */
    private void drain() {
        try {
            reader.join(TO_DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            ended = true;
            lines.notifyAll();
        }
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
    List<ProcessHandle> family() {
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
        long deadline = System.nanoTime() + TO_DIE.toNanos();
        for (List<ProcessHandle> left = family(); !left.isEmpty(); left = family()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("cannot end " + left);
            }
            left.forEach(ProcessHandle::destroyForcibly);
            left.forEach(WindowsProcess::awaitEnd);
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
