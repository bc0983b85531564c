package ru.smartsbridge.migration.report;

import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Difference;

/**
 * Two values as they stand side by side in the page: what differs is told apart from what both have before and behind
 * it, and long texts are shortened around it.
 */
public record ValuePair(Side control, Side candidate) {
    private static final int AROUND = 32;
    private static final int LONGEST = 240;

    /**
     * One of the values in three parts, of which the middle one differs.
     *
     * @param present whether the side has a value at all
     */
    public record Side(boolean present, String before, String different, String after) {}

    /** The values of a difference. */
    public static ValuePair of(Difference difference) {
        String ours = text(difference.control());
        String theirs = text(difference.candidate());
        int start = 0;
        int end = 0;
        if (difference.control() != null && difference.candidate() != null) {
            int shorter = Math.min(ours.length(), theirs.length());
            while (start < shorter && ours.charAt(start) == theirs.charAt(start)) {
                start++;
            }
            while (end < shorter - start
                    && ours.charAt(ours.length() - 1 - end) == theirs.charAt(theirs.length() - 1 - end)) {
                end++;
            }
            start = whole(ours, theirs, start);
        }
        return new ValuePair(
                side(difference.control() != null, ours, start, end),
                side(difference.candidate() != null, theirs, start, end));
    }

    /** Not in the middle of a character that takes two units. */
    private static int whole(String ours, String theirs, int start) {
        boolean split = start > 0
                && start < Math.max(ours.length(), theirs.length())
                && Character.isHighSurrogate(ours.charAt(start - 1));
        return split ? start - 1 : start;
    }

    private static Side side(boolean present, String text, int start, int end) {
        String before = text.substring(0, start);
        String different = text.substring(start, text.length() - end);
        String after = text.substring(text.length() - end);
        return new Side(
                present,
                before.length() > AROUND ? "…" + before.substring(before.length() - AROUND) : before,
                different.length() > LONGEST ? different.substring(0, LONGEST) + "…" : different,
                after.length() > AROUND ? after.substring(0, AROUND) + "…" : after);
    }

    private static String text(Value value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Value.Text text) {
            return visible(text.value());
        }
        if (value instanceof Value.Number number) {
            return number.literal();
        }
        if (value instanceof Properties object) {
            return visible(object.toString());
        }
        return visible(new String(Json.bytes(value), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Control characters as their pictures, and blanks at the ends as what can be seen. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .map(c -> c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : c == 0xA0 ? 0x237D : c)
                .forEach(visible::appendCodePoint);
        return visible.isEmpty() ? "\"\"" : visible.toString();
    }
}
