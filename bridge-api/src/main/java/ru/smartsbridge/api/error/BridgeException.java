package ru.smartsbridge.api.error;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The one error of the bridge: a category, what was attempted, what to do.
 *
 * <p>Its message is English, for logs; {@link #text()} has the reader's language. It never carries a
 * secret. Immutable.
 */
public final class BridgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Category category;
    private final transient Text text;
    private final String target;

    private BridgeException(Category category, Text text, String target, Throwable cause) {
        super(text.in(Locale.ROOT), cause);
        this.category = Objects.requireNonNull(category);
        this.text = text;
        this.target = target;
    }

    public BridgeException(Category category, Text text) {
        this(category, text, null, null);
    }

    public BridgeException(Category category, Text text, Throwable cause) {
        this(category, text, null, cause);
    }

    /** The same error, saying at which property, key or parameter it was seen ({@code target} in OData's error object). */
    public BridgeException at(String path) {
        return new BridgeException(category, text, path, getCause());
    }

    public Category category() {
        return category;
    }

    /** The sentence for the reader. */
    public Text text() {
        return text == null ? Text.verbatim(getMessage()) : text;
    }

    /** Path of the property, or name of the parameter or key, that the error is about. */
    public Optional<String> target() {
        return Optional.ofNullable(target);
    }
}
