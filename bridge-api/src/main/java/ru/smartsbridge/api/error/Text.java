package ru.smartsbridge.api.error;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for a reader, kept as a key of a resource bundle and arguments until his language is known.
 *
 * @param bundle base name of the resource bundle
 * @param key key in the bundle; a key that is missing there is a defect
 * @param arguments what stands for {0}, {1} …; texts as they are, so that no locale
 *     regroups a number or an id, and {@link Text}s, which are put into the reader's language with it
 */
public record Text(String bundle, String key, List<Object> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Text {
        arguments = List.copyOf(arguments);
    }

    /** A text of the given bundle; arguments that are no {@link Text} are turned into text by {@link String#valueOf(Object)}. */
    public static Text of(String bundle, String key, Object... arguments) {
        return new Text(
                bundle,
                key,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof Text ? argument : String.valueOf(argument))
                        .toList());
    }

    /** A sentence that is already written, as a backend's own message is: the same in every language. */
    public static Text verbatim(String sentence) {
        return new Text("", sentence, List.of());
    }

    /** The sentence in the language of {@code locale}, English where there is no other. */
    public String in(Locale locale) {
        if (bundle.isEmpty()) {
            return key;
        }
        String pattern =
                ResourceBundle.getBundle(bundle, locale, loader(), NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(inLanguage(locale));
    }

    private Object[] inLanguage(Locale locale) {
        return arguments.stream()
                .map(argument -> argument instanceof Text text ? text.in(locale) : argument)
                .toArray();
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Text.class.getClassLoader() : context;
    }

    /** In English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ROOT);
    }
}
