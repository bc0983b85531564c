package ru.smartsbridge.api.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some properties of an object as {@link Json#bytes} wrote it: without a blank between its parts, and right. To pass over
 * the others, which is nearly all there is to do, takes a look at each byte; a parser that checks what it reads takes
 * several times as long. Used by one thread, once.
 */
final class WrittenPart {
    private static final Optional<List<String>> ALL = Optional.empty();

    private final byte[] bytes;
    private int at;

    private WrittenPart(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /**
     * Those that are wanted, and none behind the last of them; empty where the bytes are not as expected, so that a real
     * parser has to say what they are.
     */
    static Optional<Properties> of(byte[] bytes, int offset, Wanted wanted) {
        try {
            return Optional.of(new WrittenPart(bytes, offset).part(wanted));
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

    private Properties part(Wanted wanted) {
        List<String> names = wanted.names();
        Properties.Builder part = Properties.builder();
        int left = names.size();
        boolean more = opens('{', '}');
        while (left > 0 && more) {
            int begin = at + 1;
            skipString();
            int end = at - 1;
            expect(':');
            int which = oneOf(names, begin, end);
            if (which < 0) {
                skip();
            } else {
                String name = text(begin, end);
                part.put(name, value(Optional.ofNullable(wanted.ofElements().get(names.get(which)))));
                left -= names.contains(name) ? 1 : 0;
            }
            more = goesOn('}');
        }
        return part.build();
    }

    /** Which of these is the name that stands there, in any case; negative for none. */
    private int oneOf(List<String> names, int begin, int end) {
        for (int i = 0; i < names.size(); i++) {
            if (mayBe(names.get(i), begin, end) && names.get(i).equalsIgnoreCase(text(begin, end))) {
                return i;
            }
        }
        return -1;
    }

    /** False only where it certainly is another; what is not ASCII is not looked at closely. */
    private boolean mayBe(String name, int begin, int end) {
        int length = end - begin;
        for (int i = 0; i < length; i++) {
            byte own = bytes[begin + i];
            if (own < 0 || own == '\\') {
                return true;
            }
            if (i == name.length()) {
                return false;
            }
            char wanted = name.charAt(i);
            if (wanted < 0x80 && (own | 0x20) != (wanted | 0x20)) {
                return false;
            }
        }
        return length == name.length();
    }

    /** @param ofElements what is wanted of the objects in it, where it is a list */
    private Value value(Optional<List<String>> ofElements) {
        switch (bytes[at]) {
            case '"' -> {
                int begin = at + 1;
                skipString();
                return new Value.Text(text(begin, at - 1));
            }
            case '{' -> {
                return object(ALL);
            }
            case '[' -> {
                return items(ofElements);
            }
            default -> {
                return word();
            }
        }
    }

    private Value items(Optional<List<String>> ofElements) {
        List<Value> items = new ArrayList<>();
        for (boolean more = opens('[', ']'); more; more = goesOn(']')) {
            items.add(bytes[at] == '{' ? object(ofElements) : value(ALL));
        }
        return Value.items(items);
    }

    private Properties object(Optional<List<String>> names) {
        Properties.Builder object = Properties.builder();
        for (boolean more = opens('{', '}'); more; more = goesOn('}')) {
            int begin = at + 1;
            skipString();
            int end = at - 1;
            expect(':');
            if (names.isEmpty() || oneOf(names.get(), begin, end) >= 0) {
                object.put(text(begin, end), value(ALL));
            } else {
                skip();
            }
        }
        return object.build();
    }

    private Value word() {
        int begin = at;
        skipWord();
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

    private void skip() {
        switch (bytes[at]) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipWord();
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (bytes[at]) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }

    private void skipString() {
        byte[] all = bytes;
        if (all[at] != '"') {
            throw new UnexpectedByte();
        }
        int i = at + 1;
        for (byte here = all[i]; here != '"'; here = all[i]) {
            i += here == '\\' ? 2 : 1;
        }
        at = i + 1;
    }

    private void skipWord() {
        int begin = at;
        while (isOfWord(bytes[at])) {
            at++;
        }
        if (at == begin) {
            throw new UnexpectedByte();
        }
    }

    private static boolean isOfWord(byte here) {
        return here >= '0' && here <= '9'
                || here >= 'a' && here <= 'z'
                || here == '-'
                || here == '+'
                || here == '.'
                || here == 'E';
    }

    private void expect(char wanted) {
        if (bytes[at++] != wanted) {
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
