package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which records of a spool have the same key: open addressing over primitive arrays, about 24 bytes for a record
 * (32 where all records of a key are kept), with the keys themselves left in the file and compared there.
 */
final class KeyIndex {
    private static final int NOBODY = -1;

    private final SpoolReader earlier;
    private final boolean ofOther;
    private final int[] slots;
    private final int[] hashes;
    private final long[] offsets;
    private final int[] next;
    private final int[] last;
    private int size;
    private int distinct;

    private KeyIndex(SpoolReader earlier, int records, boolean all, boolean ofOther) {
        this.earlier = earlier;
        this.ofOther = ofOther;
        int capacity = Integer.highestOneBit(Math.max(8, (int) Math.min(records * 3L / 2, 1 << 29))) << 1;
        this.slots = new int[capacity];
        Arrays.fill(slots, NOBODY);
        this.hashes = new int[records];
        this.offsets = new long[records];
        this.next = all ? new int[records] : null;
        this.last = all ? new int[records] : null;
    }

    /** By key, the last record of each in the place of its first. */
    static KeyIndex ofLast(SpoolReader reader, int records) throws IOException {
        return over(reader, new KeyIndex(reader.another(), records, false, false));
    }

    /** By key, with all records of each. */
    static KeyIndex ofAll(SpoolReader reader, int records) throws IOException {
        return over(reader, new KeyIndex(reader.another(), records, true, false));
    }

    private static KeyIndex over(SpoolReader reader, KeyIndex index) throws IOException {
        while (reader.next()) {
            index.add(reader.key(), reader.offset());
        }
        return index;
    }

    /** By other key, empty, for so many. */
    static KeyIndex ofOther(SpoolReader reader, int records) {
        return new KeyIndex(reader.another(), records, false, true);
    }

    /**
     * Takes a record in.
     *
     * @return whether its key is new
     */
    boolean add(byte[] key, long offset) throws IOException {
        int hash = hash(key);
        int slot = slot(key, hash);
        int known = slots[slot];
        if (known == NOBODY) {
            slots[slot] = size;
            put(hash, offset);
            distinct++;
            return true;
        }
        if (next == null) {
            offsets[known] = offset;
        } else {
            next[last[known]] = size;
            last[known] = size;
            put(hash, offset);
            last[size - 1] = NOBODY;
        }
        return false;
    }

    private void put(int hash, long offset) {
        hashes[size] = hash;
        offsets[size] = offset;
        if (next != null) {
            next[size] = NOBODY;
            last[size] = size;
        }
        size++;
    }

    /** Its slot, or the empty one that it may have. */
    private int slot(byte[] key, int hash) throws IOException {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != NOBODY && !(hashes[slots[slot]] == hash && isKeyOf(slots[slot], key))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isKeyOf(int ordinal, byte[] key) throws IOException {
        earlier.moveTo(offsets[ordinal]);
        return Arrays.equals(ofOther ? earlier.other() : earlier.key(), key);
    }

    /** Spread, since {@link Arrays#hashCode} of numbered keys lies close together. */
    private static int hash(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** The ordinal of a key; negative where no record has it. */
    int find(byte[] key) throws IOException {
        return slots[slot(key, hash(key))];
    }

    /** How many keys there are. */
    int distinct() {
        return distinct;
    }

    /** Ordinals are below this. */
    int size() {
        return size;
    }

    /** Whether an ordinal stands for a key, and not for one more record of it. */
    boolean isFirst(int ordinal) {
        return last == null || last[ordinal] != NOBODY;
    }

    /** Where the record of an ordinal lies: the last one of its key, where only that is kept. */
    long offset(int ordinal) {
        return offsets[ordinal];
    }

    /** The ordinal of the following record of the same key; negative where there is none. */
    int next(int ordinal) {
        return next == null ? NOBODY : next[ordinal];
    }
}
