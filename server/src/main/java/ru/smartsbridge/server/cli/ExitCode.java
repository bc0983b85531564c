package ru.smartsbridge.server.cli;

import ru.smartsbridge.server.workers.Worker;

/** What the program ends with; told by {@code --help}. */
public final class ExitCode {
    public static final int OK = 0;
    /** The check found something that keeps the bridge from working. */
    public static final int PROBLEM_FOUND = 1;
    /** The command line or the configuration cannot be used. */
    public static final int USAGE = 2;
    /** The server could not start, or the program itself failed. */
    public static final int NOT_STARTED = 3;

    /** A worker ended itself, since a call of its component did not come back; the server starts another. */
    public static final int HUNG = Worker.HUNG;

    private ExitCode() {}
}
