package ru.smartsbridge.server.config;

import java.time.Duration;

/**
 * What one request may bring; all but the page above zero.
 *
 * @param body bytes of a request's body
 * @param entity bytes of one entity in a body, which has to be held in memory
 * @param header bytes of all header lines together
 * @param requestIdle between two portions of a request's body
 * @param page entities of a collection that one answer of the typed calls gives at most; 0 for no bound
 */
public record Limits(long body, long entity, int header, Duration requestIdle, long page) {
    /** Where nothing is configured: 1 GB, 16 MB, 32 KB, 30 s, and collections whole. */
    public static final Limits DEFAULT = new Limits(1L << 30, 16L << 20, 32 << 10, Duration.ofSeconds(30), 0);
}
