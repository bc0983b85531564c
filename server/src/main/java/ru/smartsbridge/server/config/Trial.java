package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a base does beside serving, for who wants to leave its way for another.
 *
 * @param shadow whom its reads are repeated at
 * @param record folder where requests and answers are kept
 * @param secrets names of properties whose values are kept nowhere, beside those that are always secret
 * @param verdict how old the comparison may be that lets it go another way; empty: it needs none
 */
public record Trial(
        Optional<Shadowing> shadow, Optional<Path> record, Set<String> secrets, Optional<Duration> verdict) {
    public static final Trial NONE = new Trial(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    /**
     * Reads are repeated at another base.
     *
     * @param candidate its name
     * @param sample the share of reads, from 0 to 1
     * @param concurrent so many are asked for at the same time
     * @param waiting so many wait beside these
     * @param timeout after which an answer is given up
     */
    public record Shadowing(String candidate, double sample, int concurrent, int waiting, Duration timeout) {}

    public Trial {
        secrets = Set.copyOf(secrets);
    }
}
