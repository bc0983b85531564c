package ru.smartsbridge.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Processor time that a process and its children have taken, thread by thread.
 *
 * <p>From {@code /proc/PID/task/TID/schedstat}, whose first number is nanoseconds on a processor, user and system
 * together; {@code utime} and {@code stime} of {@code /proc/PID/stat} count in hundredths of a second, which is half
 * of what a cheap proxy takes in a whole round. What a JVM's compilers take is told apart: it is paid once, not for
 * each request.
 */
record ProcessorTime(Map<String, Spent> byThread) {
    /** What a thread has taken, and whether it is one of a JVM's own compilers. */
    record Spent(long nanos, boolean compiler) {}

    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

    /** As of now; a thread that ends meanwhile is left out. */
    static ProcessorTime of(long pid) throws IOException {
        Map<String, Spent> threads = new HashMap<>();
        for (long one : withDescendants(pid)) {
            read(Path.of("/proc", Long.toString(one), "task"), threads);
        }
        return new ProcessorTime(Map.copyOf(threads));
    }

    private static List<Long> withDescendants(long pid) {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is not there any more"));
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void read(Path tasks, Map<String, Spent> spent) throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                try {
                    String line = Files.readString(thread.resolve("schedstat"));
                    long nanos = Long.parseLong(line.substring(0, line.indexOf(' ')));
                    boolean compiler = COMPILER.matcher(Files.readString(thread.resolve("comm")))
                            .lookingAt();
                    spent.put(thread.getFileName().toString(), new Spent(nanos, compiler));
                } catch (IOException e) {
                    if (Files.exists(thread)) {
                        throw e;
                    } // else it ended between the listing and the look at it
                }
            }
        }
    }

    /** Nanoseconds taken since {@code earlier} but for compiling, by threads that are still there. */
    long since(ProcessorTime earlier) {
        return since(earlier, false);
    }

    /** Nanoseconds that the JVM's compilers have taken since {@code earlier}. */
    long compilingSince(ProcessorTime earlier) {
        return since(earlier, true);
    }

    private long since(ProcessorTime earlier, boolean compiler) {
        Spent nothing = new Spent(0, compiler);
        return byThread.entrySet().stream()
                .filter(thread -> thread.getValue().compiler() == compiler)
                .mapToLong(thread -> thread.getValue().nanos()
                        - earlier.byThread
                                .getOrDefault(thread.getKey(), nothing)
                                .nanos())
                .sum();
    }
}
