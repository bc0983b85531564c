package ru.smartsbridge.server.bases;

import java.time.ZoneId;
import java.util.Optional;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.server.uploads.OpenUploads;

/**
 * A base that is being served.
 *
 * @param name in the configuration
 * @param kind of its transport: {@code rest}, {@code sandbox}
 * @param zone of dates without an offset
 * @param passesLogin whether what a caller showed is for it, and not for the bridge alone
 * @param forwarding where requests are handed on unparsed; empty where the typed calls serve
 */
public record Base(
        String name,
        String kind,
        Transport transport,
        ZoneId zone,
        OpenUploads uploads,
        boolean passesLogin,
        Optional<Forwarding> forwarding) {}
