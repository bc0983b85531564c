package ru.smartsbridge.server.config;

import java.util.Locale;
import ru.smartsbridge.api.error.Text;

/**
 * Something in the configuration that cannot be used.
 *
 * @param origin where it was set
 * @param key its key with dots, {@code bases.main.rest.url}; empty where it is about no key
 * @param text what is wrong and what to do
 */
public record Problem(Origin origin, String key, Text text) {
    /** One line for people. */
    public String in(Locale locale) {
        String place = origin.text().in(locale);
        boolean named = key.isEmpty() || place.endsWith(" " + key);
        return place + ": " + (named ? "" : key + ": ") + text.in(locale);
    }
}
