package ru.smartsbridge.api.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of properties that objects of one kind were seen to have, each with the one that followed it last: who reads
 * many of them compares what comes with what came before, rather than look each name up. Thread-safe.
 */
final class FollowingNames {
    /** Objects with names of their own, as an open type may have, must not fill the memory. */
    private static final int MOST = 1000;

    private final List<String> wanted;
    private final FollowingNames all;
    private final Map<String, FollowingNames> ofElements = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Name> seen = new ConcurrentHashMap<>();
    private final Name start = new Name("", new byte[0], false, false, this);

    /** Of objects of which everything is wanted. */
    private FollowingNames() {
        this.wanted = List.of();
        this.all = this;
    }

    private FollowingNames(List<String> wanted, FollowingNames all) {
        this.wanted = wanted;
        this.all = all;
    }

    /** Of objects of which these properties are wanted. */
    static FollowingNames of(Wanted wanted) {
        FollowingNames all = new FollowingNames();
        FollowingNames names = new FollowingNames(wanted.names(), all);
        wanted.ofElements()
                .forEach((name, ofElements) -> names.ofElements.put(name, new FollowingNames(ofElements, all)));
        return names;
    }

    /** Those of objects in these, of which everything is wanted. */
    FollowingNames all() {
        return all;
    }

    /** How many names are wanted. */
    int wanted() {
        return wanted.size();
    }

    private boolean isWanted(String name) {
        return all == this || wanted.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** What stands before the first name of an object. */
    Name start() {
        return start;
    }

    /**
     * The name that was met behind another one, and is expected there from now on.
     *
     * @param written with its quotes and its colon
     */
    Name after(Name before, String text, byte[] written) {
        Name name = seen.get(text);
        if (name == null) {
            name = new Name(text, written, isWanted(text), wanted.contains(text), ofElements.getOrDefault(text, all));
            if (seen.size() < MOST) {
                seen.put(text, name);
            }
        }
        before.next = name;
        return name;
    }

    /** A property's name, and what is wanted of the property. */
    static final class Name {
        private final String text;
        private final byte[] written;
        private final boolean wanted;
        private final boolean exact;
        private final FollowingNames ofElements;
        /** Any name is right here, since it is compared: threads need not see each other's at once. */
        private Name next;

        private Name(String text, byte[] written, boolean wanted, boolean exact, FollowingNames ofElements) {
            this.text = text;
            this.written = written;
            this.wanted = wanted;
            this.exact = exact;
            this.ofElements = ofElements;
        }

        String text() {
            return text;
        }

        boolean isWanted() {
            return wanted;
        }

        /** Whether it is wanted to the letter, so that no other one needs to be looked for. */
        boolean isExact() {
            return exact;
        }

        /** Of the objects in the property's value, where that is a list. */
        FollowingNames ofElements() {
            return ofElements;
        }

        /** What followed it last; null where nothing has. */
        Name next() {
            return next;
        }

        boolean isAt(byte[] bytes, int at) {
            int end = at + written.length;
            return end <= bytes.length && Arrays.equals(bytes, at, end, written, 0, written.length);
        }

        /** In bytes. */
        int length() {
            return written.length;
        }
    }
}
