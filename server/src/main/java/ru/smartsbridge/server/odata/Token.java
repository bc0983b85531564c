package ru.smartsbridge.server.odata;

import java.util.Optional;
import ru.smartsbridge.api.query.Literal;

/**
 * One piece of an expression as it is written.
 *
 * @param at its first character, counted from 1
 * @param text as it is written; of a text in quotes what is between them
 * @param literal the value that a literal has
 */
record Token(Sort sort, int at, String text, Optional<Literal> literal) {
    /** What a token is by its form alone. */
    enum Sort {
        OPEN,
        CLOSE,
        COMMA,
        SLASH,
        COLON,
        MINUS,
        LITERAL,
        /** A name, an operator or a function; also one directly before a bracket or a slash. */
        WORD,
        END
    }

    boolean is(Sort wanted) {
        return sort == wanted;
    }

    /** Whether it is this word, ignoring case. */
    boolean is(String word) {
        return sort == Sort.WORD && text.equalsIgnoreCase(word);
    }
}
