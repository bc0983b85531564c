package ru.smartsbridge.sandbox.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance of the seed: what it gives depends on the seed and the subject alone, not on what was asked before. */
final class Chance {
    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The chance of one thing of one kind. */
    static Chance of(long seed, String kind, long number) {
        return new Chance((seed * 1_000_003 + kind.hashCode()) * 1_000_003 + number);
    }

    /** From 0 up to {@code bound}, without it. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean oneIn(int cases) {
        return below(cases) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String guid() {
        long most = random.nextLong() & ~0xF000L | 0x4000L;
        long least = random.nextLong() & ~(0xC000L << 48) | 0x8000L << 48;
        return new UUID(most, least).toString();
    }

    /** So many characters of a marking code's serial number. */
    String serial(int length) {
        String letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz!\"%&'*+-./_,:;=<>?";
        StringBuilder serial = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            serial.append(letters.charAt(below(letters.length())));
        }
        return serial.toString();
    }
}
