package ru.smartsbridge.sandbox.store;

import java.util.Arrays;

/** Bytes that are looked for in many others; by Horspool, which looks at few of those. Immutable. */
public final class Bytes {
    private final byte[] wanted;
    /** How far the next place can be, by the last byte of this one. */
    private final int[] steps = new int[256];

    /**
     * Looks for these.
     *
     * @param wanted not empty
     */
    public Bytes(byte[] wanted) {
        this.wanted = wanted.clone();
        Arrays.fill(steps, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            steps[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
    }

    boolean isIn(byte[] bytes, int from) {
        int last = wanted.length - 1;
        for (int end = from + last; end < bytes.length; end += steps[bytes[end] & 0xFF]) {
            if (bytes[end] == wanted[last] && Arrays.equals(bytes, end - last, end + 1, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
