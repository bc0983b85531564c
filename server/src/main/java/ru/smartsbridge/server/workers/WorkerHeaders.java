package ru.smartsbridge.server.workers;

/**
 * Headers between the server and its workers. A worker takes no request without the token, and with it believes what the
 * others say; towards clients and real backends none of them goes.
 */
public final class WorkerHeaders {
    /** What all of them begin with. */
    public static final String PREFIX = "X-Smarts-Bridge-Worker-";

    /** The secret of this one worker, made for its process. */
    public static final String TOKEN = PREFIX + "Token";
    /** Number of the exchange, by which the worker tells that something of it has begun. */
    public static final String EXCHANGE = PREFIX + "Exchange";
    /** The caller's account in UTF-8, percent-encoded; empty where none was asked for. */
    public static final String ACCOUNT = PREFIX + "Account";
    /** The caller's address, as numbers. */
    public static final String ADDRESS = PREFIX + "Address";
    /** Scheme, host and port that the client used, which links in answers begin with. */
    public static final String ORIGIN = PREFIX + "Origin";

    /** Where a worker says how it is: JSON. */
    public static final String STATUS_PATH = "/worker/status";
    /** The same with what its process has for the base, how the base is reached, and what cannot be asked of it. */
    public static final String CHECK_PATH = "/worker/check";
    /** Where a worker describes its base by OpenAPI. */
    public static final String OPENAPI_PATH = "/worker/openapi";
    /** Where a worker drops the open upload of {@code ?target=}. */
    public static final String FREE_PATH = "/worker/uploads/free";

    private WorkerHeaders() {}
}
