package ru.smartsbridge.server.cli;

/** A server that takes requests until it is closed. Thread-safe. */
public interface RunningServer extends AutoCloseable {
    /** The port that is listened on; never 0. */
    int port();

    /** Returns when the server has stopped. */
    void awaitStop() throws InterruptedException;

    /** Stops within a bounded time; a second call does nothing. */
    @Override
    void close();
}
