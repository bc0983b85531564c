package ru.smartsbridge.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time that a process and its children have taken, thread by thread.
 *
 * <p>From {@code /proc/PID/task/TID/schedstat}, whose first number is nanoseconds on a processor, user and system
 * together; {@code utime} and {@code stime} of {@code /proc/PID/stat} count in hundredths of a second, which is half
 * of what a cheap proxy takes in a whole round.
 */
record ProcessorTime(Map<String, Long> nanosByThread) {

    /** As of now; a thread that ends meanwhile is left out. */
    static ProcessorTime of(long pid) throws IOException {
        Map<String, Long> nanos = new HashMap<>();
        for (long one : withDescendants(pid)) {
            read(Path.of("/proc", Long.toString(one), "task"), nanos);
        }
        return new ProcessorTime(Map.copyOf(nanos));
    }

    private static List<Long> withDescendants(long pid) {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is not there any more"));
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void read(Path tasks, Map<String, Long> nanos) throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                try {
                    String line = Files.readString(thread.resolve("schedstat"));
                    nanos.put(thread.getFileName().toString(), Long.parseLong(line.substring(0, line.indexOf(' '))));
                } catch (IOException e) {
                    if (Files.exists(thread)) {
                        throw e;
                    } // else it ended between the listing and the look at it
                }
            }
        }
    }

    /** Nanoseconds taken since {@code earlier}, by threads that are still there. */
    long since(ProcessorTime earlier) {
        return nanosByThread.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - earlier.nanosByThread.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
