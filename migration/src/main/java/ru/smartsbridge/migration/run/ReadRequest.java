package ru.smartsbridge.migration.run;

/**
 * A request for reading, as it was sent.
 *
 * @param path below the API's root, as on the wire
 * @param query as on the wire, without the question mark; null where there is none
 */
public record ReadRequest(String path, String query) {}
