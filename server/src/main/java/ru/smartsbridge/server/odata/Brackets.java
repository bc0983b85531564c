package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.List;

/** Divides a text where a sign stands outside of brackets and quotes. */
final class Brackets {
    private Brackets() {}

    static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 0 && c == at) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        if (quoted || depth != 0) {
            throw ODataTexts.invalid("query.bracket", text);
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
