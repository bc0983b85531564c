package ru.smartsbridge.api.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Some properties of an object as {@link Json#bytes} wrote it: without a blank between its parts, and right. To pass over
 * the others, which is nearly all there is to do, takes a look at their bytes, several at a time where they are many; a
 * parser that checks what it reads takes several times as long. Used by one thread, once.
 */
final class WrittenPart {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long COMMAS = 0x2C2C2C2C2C2C2C2CL;
    /** Without the bits that tell small letters from capitals, and a brace from a square bracket. */
    private static final long CLOSING_BRACKETS = 0x5D5D5D5D5D5D5D5DL;

    private static final long CASES = 0x2020202020202020L;

    private final byte[] bytes;
    private final FollowingNames all;
    private int at;

    /** What has been read of the objects that stand here: of an inner one above that of the outer. */
    private String[] names = new String[8];

    private Value[] values = new Value[8];
    private int read;

    private WrittenPart(byte[] bytes, int at, FollowingNames all) {
        this.bytes = bytes;
        this.at = at;
        this.all = all;
    }

    /**
     * Those that are wanted, and none behind the last of them; empty where the bytes are not as expected, so that a real
     * parser has to say what they are.
     *
     * @param known the names of objects like this one
     */
    static Optional<Properties> of(byte[] bytes, int offset, FollowingNames known) {
        try {
            return Optional.of(new WrittenPart(bytes, offset, known.all()).object(known, known.wanted()));
        } catch (IndexOutOfBoundsException | UnexpectedByte notAsWritten) {
            return Optional.empty();
        }
    }

    private static final class UnexpectedByte extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnexpectedByte() {
            super(null, null, false, false);
        }
    }

    /** @param enough so many properties that are wanted to the letter, and what comes behind them is not looked at */
    private Properties object(FollowingNames known, int enough) {
        int begin = read;
        int left = enough;
        FollowingNames.Name name = known.start();
        for (boolean more = opens('{', '}'); more && left > 0; more = goesOn('}')) {
            name = nameAfter(passedOver(name), known);
            if (name.isWanted()) {
                add(name.text(), value(name.ofElements()));
                left -= name.isExact() ? 1 : 0;
            } else {
                at = endOfValue(bytes, at);
            }
        }
        return readSince(begin);
    }

    /** An object inside of another one, which goes on behind it. */
    private Properties inner(FollowingNames known) {
        return object(known, Integer.MAX_VALUE);
    }

    /** Passes over what is not wanted as long as the names are those of the object before; gives the last of these. */
    private FollowingNames.Name passedOver(FollowingNames.Name from) {
        byte[] json = bytes;
        int i = at;
        FollowingNames.Name last = from;
        for (FollowingNames.Name next = last.next();
                next != null && !next.isWanted() && next.isAt(json, i);
                next = last.next()) {
            int end = endOfValue(json, i + next.length());
            if (json[end] != ',') {
                break;
            }
            last = next;
            i = end + 1;
        }
        at = i;
        return last;
    }

    private void add(String name, Value value) {
        if (read == names.length) {
            names = Arrays.copyOf(names, read * 2);
            values = Arrays.copyOf(values, read * 2);
        }
        names[read] = name;
        values[read] = value;
        read++;
    }

    private Properties readSince(int begin) {
        Properties object =
                Properties.written(Arrays.copyOfRange(names, begin, read), Arrays.copyOfRange(values, begin, read));
        read = begin;
        return object;
    }

    /** The name that stands here, and what follows it up to the value: mostly what stood there in the object before. */
    private FollowingNames.Name nameAfter(FollowingNames.Name before, FollowingNames known) {
        FollowingNames.Name expected = before.next();
        if (expected != null && expected.isAt(bytes, at)) {
            at += expected.length();
            return expected;
        }
        int begin = at;
        at = endOfString(bytes, at);
        String text = text(begin + 1, at - 1);
        expect(':');
        return known.after(before, text, Arrays.copyOfRange(bytes, begin, at));
    }

    private Value value(FollowingNames ofElements) {
        switch (bytes[at]) {
            case '"' -> {
                int begin = at + 1;
                at = endOfString(bytes, at);
                return new Value.Text(text(begin, at - 1));
            }
            case '{' -> {
                return inner(all);
            }
            case '[' -> {
                return items(ofElements);
            }
            default -> {
                return word();
            }
        }
    }

    private Value items(FollowingNames ofElements) {
        List<Value> items = new ArrayList<>();
        for (boolean more = opens('[', ']'); more; more = goesOn(']')) {
            items.add(bytes[at] == '{' ? inner(ofElements) : value(all));
        }
        return Value.items(items);
    }

    private Value word() {
        int begin = at;
        at = endOfWord(bytes, at);
        return switch (bytes[begin]) {
            case 't' -> Value.Flag.TRUE;
            case 'f' -> Value.Flag.FALSE;
            case 'n' -> Value.NULL;
            default -> new Value.Number(new String(bytes, begin, at - begin, StandardCharsets.ISO_8859_1));
        };
    }

    /** What stands between two quotes; an escape is a real parser's affair. */
    private String text(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] == '\\') {
                throw new UnexpectedByte();
            }
        }
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** Where the value ends that begins there. */
    private static int endOfValue(byte[] json, int begin) {
        return switch (json[begin]) {
            case '"' -> endOfString(json, begin);
            case '{', '[' -> endOfNested(json, begin);
            default -> nextBetween(json, begin);
        };
    }

    /** Where the next comma or closing bracket is, which ends a word that is passed over. */
    private static int nextBetween(byte[] json, int begin) {
        int i = begin;
        for (; i + Long.BYTES <= json.length; i += Long.BYTES) {
            long eight = (long) EIGHT.get(json, i);
            long found = holding(eight, COMMAS) | holding(eight & ~CASES, CLOSING_BRACKETS);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (json[i] != ',' && json[i] != ']' && json[i] != '}') {
            i++;
        }
        return i;
    }

    private static int endOfNested(byte[] json, int begin) {
        int depth = 0;
        int i = begin;
        do {
            switch (json[i]) {
                case '"' -> i = endOfString(json, i);
                case '{', '[' -> {
                    depth++;
                    i++;
                }
                case '}', ']' -> {
                    depth--;
                    i++;
                }
                default -> i++;
            }
        } while (depth > 0);
        return i;
    }

    private static int endOfString(byte[] json, int begin) {
        if (json[begin] != '"') {
            throw new UnexpectedByte();
        }
        int i = begin + 1;
        for (; i + Long.BYTES <= json.length; i += Long.BYTES) {
            long eight = (long) EIGHT.get(json, i);
            long found = holding(eight, QUOTES) | holding(eight, BACKSLASHES);
            if (found != 0) {
                i += Long.numberOfTrailingZeros(found) >>> 3;
                break;
            }
        }
        for (byte here = json[i]; here != '"'; here = json[i]) {
            i += here == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** The highest bit of the first byte, from the lowest, that is the wanted one; above it, perhaps those of others. */
    private static long holding(long eight, long eightWanted) {
        long zeroWhereWanted = eight ^ eightWanted;
        return (zeroWhereWanted - 0x0101010101010101L) & ~zeroWhereWanted & 0x8080808080808080L;
    }

    private static int endOfWord(byte[] json, int begin) {
        int i = begin;
        while (isOfWord(json[i])) {
            i++;
        }
        if (i == begin) {
            throw new UnexpectedByte();
        }
        return i;
    }

    private static boolean isOfWord(byte here) {
        return here >= '0' && here <= '9'
                || here >= 'a' && here <= 'z'
                || here == '-'
                || here == '+'
                || here == '.'
                || here == 'E';
    }

    private void expect(char expected) {
        if (bytes[at++] != expected) {
            throw new UnexpectedByte();
        }
    }

    /** Whether anything stands between the two. */
    private boolean opens(char bracket, char closing) {
        expect(bracket);
        if (bytes[at] != closing) {
            return true;
        }
        at++;
        return false;
    }

    /** Whether another one follows. */
    private boolean goesOn(char closing) {
        byte here = bytes[at++];
        if (here != ',' && here != closing) {
            throw new UnexpectedByte();
        }
        return here == ',';
    }
}
