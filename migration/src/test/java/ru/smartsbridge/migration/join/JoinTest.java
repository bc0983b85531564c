package ru.smartsbridge.migration.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;

/** Entities come together by key in whatever order they come, in memory or by way of the disk. */
class JoinTest {
    private static final long PLENTY = Long.MAX_VALUE;
    private static final long LITTLE = 20_000;

    @TempDir
    Path folder;

    /** What came out of a join, as texts. */
    private record Outcome(List<String> complete, List<String> left, boolean spilled) {
        List<String> sorted() {
            List<String> all = new ArrayList<>(complete);
            all.addAll(left);
            Collections.sort(all);
            return all;
        }
    }

    private Outcome joined(long limit, Map<Reading, List<Properties>> readings) throws IOException {
        List<String> complete = new ArrayList<>();
        List<String> left = new ArrayList<>();
        boolean spilled;
        try (Join join = new Join(EnumSet.allOf(Reading.class), limit, folder, triple -> complete.add(text(triple)))) {
            int longest = readings.values().stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                for (Map.Entry<Reading, List<Properties>> reading : readings.entrySet()) {
                    if (i < reading.getValue().size()) {
                        Properties entity = reading.getValue().get(i);
                        join.add(reading.getKey(), entity.text("id"), entity);
                    }
                }
            }
            join.finish(triple -> left.add(text(triple)));
            spilled = join.spilled();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing stays on disk").isEmpty();
        }
        return new Outcome(complete, left, spilled);
    }

    private static String text(Triple triple) {
        return triple.key() + ": " + triple.control() + triple.candidate() + triple.again();
    }

    private static Properties entity(int id, String what) {
        return Properties.builder().put("id", "ключ-" + id).put("what", what).build();
    }

    private static Map<Reading, List<Properties>> random(Random random) {
        Map<Reading, List<Properties>> readings = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            List<Properties> entities = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                if (random.nextInt(10) > 0) {
                    entities.add(entity(i, "of " + reading));
                }
            }
            Collections.shuffle(entities, random);
            readings.put(reading, entities);
        }
        return readings;
    }

    @RepeatedTest(5)
    void the_disk_changes_nothing_but_the_order() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Map<Reading, List<Properties>> readings = random(new Random(seed));
        Outcome inMemory = joined(PLENTY, readings);
        Outcome onDisk = joined(LITTLE, readings);
        assertThat(inMemory.spilled()).isFalse();
        assertThat(onDisk.spilled()).isTrue();
        assertThat(onDisk.sorted()).isEqualTo(inMemory.sorted());
        assertThat(joined(LITTLE, readings)).as("the same in each run").isEqualTo(onDisk);
    }

    @Test
    void readings_in_the_same_order_wait_for_nobody() throws IOException {
        List<Properties> entities = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            entities.add(entity(i, "same"));
        }
        Map<Reading, List<Properties>> readings = new EnumMap<>(Reading.class);
        for (Reading reading : Reading.values()) {
            readings.put(reading, entities);
        }
        Outcome outcome = joined(LITTLE, readings);
        assertThat(outcome.spilled()).isFalse();
        assertThat(outcome.complete()).hasSize(5000);
        assertThat(outcome.left()).isEmpty();
    }

    @Test
    void several_of_one_key_come_in_their_order() throws IOException {
        Map<Reading, List<Properties>> readings = new EnumMap<>(Reading.class);
        readings.put(Reading.CONTROL, List.of(entity(1, "a"), entity(1, "b")));
        readings.put(Reading.CANDIDATE, List.of(entity(1, "c"), entity(1, "d"), entity(1, "e")));
        readings.put(Reading.AGAIN, List.of(entity(1, "f"), entity(1, "g")));
        Outcome outcome = joined(PLENTY, readings);
        assertThat(outcome.complete()).hasSize(2);
        assertThat(outcome.complete().get(0)).contains("\"a\"", "\"c\"", "\"f\"");
        assertThat(outcome.complete().get(1)).contains("\"b\"", "\"d\"", "\"g\"");
        assertThat(outcome.left()).hasSize(1);
        assertThat(outcome.left().get(0)).contains("\"e\"");
    }
}
