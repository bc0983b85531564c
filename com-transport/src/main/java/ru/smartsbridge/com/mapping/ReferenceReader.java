package ru.smartsbridge.com.mapping;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets an XML parser read the references that the component writes and no XML allows: to U+0000, U+FFFE and U+FFFF.
 *
 * <p>Each becomes a mark, the noncharacter U+10FFFE, and a letter; a U+10FFFE of the text itself does so too, so that
 * {@link #original} gives back every text exactly. A byte-order mark at the beginning is left out.
 *
 * <p>{@code ToXmlFile} writes a tab into an attribute as it is [run], where a parser has to take it for a space; so each
 * tab becomes a reference, but for those between elements. The component puts none inside of a tag.
 */
final class ReferenceReader extends Reader {
    private static final String MARK = "\uDBFF\uDFFE";
    private static final String ORIGINALS = "\u0000\uFFFE\uFFFF";
    private static final char ITSELF = 'M';
    private static final int LONGEST_REFERENCE = 12;
    private static final int SIZE = 8192;
    private static final char TAB = '\t';

    private final Reader source;
    private final char[] buffer = new char[SIZE];
    private int position;
    private int limit;
    private boolean ended;
    private boolean begun;
    private boolean betweenElements = true;
    /** What is to be given before anything else of the source. */
    private String pending = "";

    private int pendingAt;

    ReferenceReader(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (pendingAt == pending.length() && !fill(1)) {
            return -1;
        }
        skipByteOrderMark();
        int given = 0;
        while (given < length) {
            if (pendingAt < pending.length()) {
                target[offset + given++] = pending.charAt(pendingAt++);
                continue;
            }
            if (position == limit && (given > 0 || !fill(1))) {
                break;
            }
            int plain = plain(Math.min(limit - position, length - given));
            System.arraycopy(buffer, position, target, offset + given, plain);
            look(plain);
            position += plain;
            given += plain;
            if (plain == 0) {
                special();
            }
        }
        return given == 0 ? -1 : given;
    }

    private void skipByteOrderMark() {
        if (!begun) {
            begun = true;
            if (position < limit && buffer[position] == '\uFEFF') {
                position++;
            }
        }
    }

    /** Whether what comes next stands behind a tag, with nothing but white space between. */
    private void look(int passing) {
        for (int i = position + passing - 1; i >= position; i--) {
            if (!Character.isWhitespace(buffer[i])) {
                betweenElements = buffer[i] == '>';
                return;
            }
        }
    }

    /** How many characters from here may pass as they are. */
    private int plain(int most) {
        for (int i = 0; i < most; i++) {
            char c = buffer[position + i];
            if (c == '&' || c == TAB || c == MARK.charAt(0)) {
                return i;
            }
        }
        return most;
    }

    /** Takes the character here, and what belongs to it, as {@link #pending}. */
    private void special() throws IOException {
        fill(LONGEST_REFERENCE);
        pendingAt = 0;
        if (buffer[position] == TAB) {
            pending = betweenElements ? " " : "&#9;";
            position++;
            return;
        }
        if (buffer[position] == MARK.charAt(0)) {
            betweenElements = false;
            boolean mark = limit - position > 1 && buffer[position + 1] == MARK.charAt(1);
            pending = mark ? MARK + ITSELF : String.valueOf(buffer[position]);
            position += mark ? 2 : 1;
            return;
        }
        int end = position;
        int most = Math.min(limit, position + LONGEST_REFERENCE);
        while (end < most && buffer[end] != ';') {
            end++;
        }
        betweenElements = false;
        int letter = end == most ? -1 : letter(new String(buffer, position, end - position));
        pending = letter < 0 ? "&" : MARK + (char) letter;
        position = letter < 0 ? position + 1 : end + 1;
    }

    /** The letter for a reference without its semicolon; -1 where a parser can read it. */
    private static int letter(String reference) {
        if (!reference.startsWith("&#")) {
            return -1;
        }
        boolean hex = reference.startsWith("&#x");
        int code;
        try {
            code = hex ? Integer.parseInt(reference.substring(3), 16) : Integer.parseInt(reference.substring(2));
        } catch (NumberFormatException e) {
            return -1;
        }
        if (code == MARK.codePointAt(0)) {
            return ITSELF;
        }
        int original = code > Character.MAX_VALUE ? -1 : ORIGINALS.indexOf((char) code);
        return original < 0 ? -1 : 'A' + original;
    }

    /** Has at least so many characters ready, if there are so many; false where there are none at all. */
    private boolean fill(int wanted) throws IOException {
        if (limit - position >= wanted) {
            return true;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (!ended && limit < wanted) {
            int count = source.read(buffer, limit, buffer.length - limit);
            ended = count < 0;
            limit += Math.max(count, 0);
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The text that stood there. */
    static String original(String text) {
        int mark = text.indexOf(MARK);
        if (mark < 0) {
            return text;
        }
        StringBuilder original = new StringBuilder(text.length());
        int done = 0;
        while (mark >= 0) {
            original.append(text, done, mark);
            char letter = text.charAt(mark + MARK.length());
            if (letter == ITSELF) {
                original.append(MARK);
            } else {
                original.append(ORIGINALS.charAt(letter - 'A'));
            }
            done = mark + MARK.length() + 1;
            mark = text.indexOf(MARK, done);
        }
        return original.append(text, done, text.length()).toString();
    }
}
