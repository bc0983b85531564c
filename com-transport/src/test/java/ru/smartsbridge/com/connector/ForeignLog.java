package ru.smartsbridge.com.connector;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Another process that uses the same component: it writes its own error to the component's log, at a given moment. */
public final class ForeignLog implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd_MM_yyyy");

    private final Thread writer;
    private volatile boolean written;
    private volatile boolean closed;

    private ForeignLog(Path folder, LongSupplier calls, String message) {
        long before = calls.getAsLong();
        writer = new Thread(
                () -> {
                    try {
                        while (!closed && calls.getAsLong() == before) {
                            Thread.onSpinWait();
                        }
                        if (!closed) {
                            LoggedByTheComponent.append(file(folder), entry(message));
                            written = true;
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException("nothing was written", e);
                    }
                },
                "another process");
        writer.start();
    }

    /** One that waits until a count of calls rises. */
    public static ForeignLog afterCall(Path folder, LongSupplier calls, String message) {
        return new ForeignLog(folder, calls, message);
    }

    private static Path file(Path folder) throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "com_*.log")) {
            for (Path log : logs) {
                return log;
            }
        }
        return folder.resolve("com_" + DAY.format(LocalDateTime.now()) + "_0.log");
    }

    /** In the component's form [run]; about a member that we never call. */
    private static String entry(String message) {
        return TIME.format(LocalDateTime.now()) + " ERROR\n"
                + "ADDITION TEXT:\tMember 'PrintLabel' for type 'StorageConnector'\n"
                + message + "\nMESSAGE:\t" + message
                + " STACK TOP: at Cleverence.Warehouse.StorageConnector.PrintLabel (System.Object label) [0x00000]\n"
                + "TYPE:\t\tSystem.Exception\nSOURCE:\t\tCleverence.MobileSMARTS.ComConnector\nHRESULT:\t-2146233088\n";
    }

    /** Whether its error is in the log. */
    public boolean isWritten() {
        return written;
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
