package ru.smartsbridge.server.uploads;

import java.time.Instant;

/**
 * An open upload as it is shown to people.
 *
 * @param target the address below the API's root
 * @param action what began it
 * @param owner account and address
 */
public record UploadStatus(String target, String action, String owner, Instant since, Instant lastUsed) {}
