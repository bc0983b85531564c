package ru.smartsbridge.com.mapping;

/**
 * Text as the component's XML has it, written like the component writes it [run].
 *
 * <p>All UTF-16 that JSON can hold is carried: what XML 1.0 does not allow stands as a reference that the component
 * both writes and reads, U+0000 and U+FFFE too [run].
 */
final class XmlText {
    private static final String[] REFERENCES = references();
    private static final String NULL = "null";
    private static final char ESCAPE = '\\';
    private static final String ESCAPED = ESCAPE + NULL;
    private static final char FIRST_NO_CHARACTER = '\uFFFE';

    private XmlText() {}

    private static String[] references() {
        String[] references = new String['>' + 1];
        for (int c = 0; c < ' '; c++) {
            references[c] = "&#x" + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT) + ";";
        }
        references['\n'] = "&#x0a;";
        references['\r'] = "&#x0d;";
        references['<'] = "&lt;";
        references['>'] = "&gt;";
        references['&'] = "&amp;";
        references['"'] = "&quot;";
        return references;
    }

    /** Writes a text that an object has: {@code null} alone would be taken for none [run]. */
    static void appendValue(StringBuilder out, String text) {
        if (text.equals(NULL)) {
            out.append(ESCAPE);
        }
        append(out, text);
    }

    /** The text behind what an attribute says: the component writes a mark before one that begins like null [run]. */
    static String attribute(String told) {
        return told.startsWith(ESCAPED) ? told.substring(1) : told;
    }

    /** Whether the component would take the text for another one: it takes the mark away, whoever wrote it [run]. */
    static boolean isMistaken(String text) {
        return text.startsWith(ESCAPED);
    }

    static void append(StringBuilder out, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reference = c <= '>' ? REFERENCES[c] : c >= FIRST_NO_CHARACTER ? noCharacter(c) : null;
            if (reference != null) {
                out.append(text, done, i).append(reference);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }

    private static String noCharacter(char c) {
        return c == FIRST_NO_CHARACTER ? "&#xFFFE;" : "&#xFFFF;";
    }
}
