package ru.smartsbridge.migration.report;

import java.util.Arrays;
import java.util.List;

/**
 * How long the two sides took for a set.
 *
 * @param control while the set was read, and entity by entity
 * @param candidate the same
 */
public record Latency(Times control, Times candidate) {
    public static final Latency NONE = new Latency(Times.NONE, Times.NONE);

    /**
     * Times of one side in nanoseconds.
     *
     * @param first until the first entity; -1 where it gave nothing
     * @param whole the reading of the whole set, without our own time
     * @param single of each single read
     */
    public record Times(long first, long whole, List<Long> single) {
        public static final Times NONE = new Times(-1, 0, List.of());

        public Times {
            single = List.copyOf(single);
        }

        /** The time within which this share of single reads was answered; -1 where there were none. */
        public long percentile(double share) {
            if (single.isEmpty()) {
                return -1;
            }
            long[] sorted = single.stream().mapToLong(Long::longValue).sorted().toArray();
            int index = (int) Math.ceil(share * sorted.length) - 1;
            return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElse(-1);
        }
    }
}
