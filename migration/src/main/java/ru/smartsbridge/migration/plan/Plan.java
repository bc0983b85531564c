package ru.smartsbridge.migration.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a comparison asks of both bases. Immutable.
 *
 * @param only the sets to compare; none: {@code $metadata}, {@code BaseInfo}, every document type and table, products,
 *     users and their groups, warehouses, cells
 * @param leftOut sets that are not compared, though they belong to the plan
 * @param samples how much of a set is compared; the first whose pattern means it counts
 * @param ordered sets whose entities must come in the same order
 * @param keys by which properties the entities of a set are known, where it is not by what the schema says
 * @param noise whether control is asked twice
 * @param singleReads so many entities of each set are asked for one by one, and so many times an unknown one
 * @param budget how much slower the candidate may be; empty: as slow as it likes
 * @param secrets names of properties whose values stand in no report, beside those that are always secret
 * @param silence a side that gives nothing for so long is given up for that set
 * @param shown so many differences of a field are shown with their values; all of them are in the list beside the report
 */
public record Plan(
        List<Pattern> only,
        List<LeftOut> leftOut,
        List<Sample> samples,
        List<Pattern> ordered,
        Map<String, List<String>> keys,
        boolean noise,
        int singleReads,
        Optional<Budget> budget,
        Set<String> secrets,
        Duration silence,
        int shown) {
    /** Never shown, whatever the plan says: those that Mobile SMARTS itself has, and tokens [edmx]. */
    private static final Set<String> ALWAYS_SECRET = Set.of("password", "pincode", "access_token", "refresh_token");

    /** Everything, read-only. */
    public static final Plan COMPLETE = new Plan(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            true,
            20,
            Optional.empty(),
            Set.of(),
            Duration.ofMinutes(2),
            5);

    /**
     * Sets that are not compared.
     *
     * @param reason for who reads the report
     */
    public record LeftOut(Pattern set, String reason) {}

    /**
     * A part of a set: the same entities on both sides and in each run.
     *
     * @param share from 0 to 1; null where a number is given
     * @param number of entities, about; null where a share is given
     */
    public record Sample(Pattern set, BigDecimal share, Long number) {}

    /**
     * What a single read of the candidate may take: as long as control's times {@code factor}, or {@code floor} more
     * than control's, whichever is longer. Medians are compared.
     */
    public record Budget(BigDecimal factor, Duration floor) {}

    public Plan {
        only = List.copyOf(only);
        leftOut = List.copyOf(leftOut);
        samples = List.copyOf(samples);
        ordered = List.copyOf(ordered);
        keys = Map.copyOf(keys);
        secrets = Set.copyOf(secrets);
    }

    /** Whether the values of a property stand in no report. */
    public boolean isSecret(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return ALWAYS_SECRET.contains(name) || secrets.stream().anyMatch(property::equalsIgnoreCase);
    }

    /** The same with so many single reads. */
    public Plan withSingleReads(int reads) {
        return new Plan(only, leftOut, samples, ordered, keys, noise, reads, budget, secrets, silence, shown);
    }

    /** The same with control asked twice, or once. */
    public Plan withNoise(boolean asked) {
        return new Plan(only, leftOut, samples, ordered, keys, asked, singleReads, budget, secrets, silence, shown);
    }

    /** The same with these secrets. */
    public Plan withSecrets(Set<String> names) {
        return new Plan(only, leftOut, samples, ordered, keys, noise, singleReads, budget, names, silence, shown);
    }
}
