package ru.smartsbridge.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    private static final int TRIES = 20_000;

    /** Of few letters, so that a part nearly fits in many places. */
    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append("абв".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    @Test
    void they_are_found_where_they_are_and_nowhere_else() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String in = text(random, 30);
            String part = text(random, 5);
            int from = random.nextInt(in.length() + 1);
            byte[] bytes = in.getBytes(StandardCharsets.UTF_8);
            boolean found = new Bytes(part.getBytes(StandardCharsets.UTF_8)).isIn(bytes, 2 * from);
            assertThat(found)
                    .as("seed %d: %s in %s", seed, part, in.substring(from))
                    .isEqualTo(in.indexOf(part, from) >= 0);
        }
    }
}
