package ru.smartsbridge.server.config;

import java.util.Locale;
import ru.smartsbridge.api.error.Text;

/** Something in the configuration that cannot be used: where, what, and what to do. */
public record Problem(Origin origin, Text text) {
    /** One line for people. */
    public String in(Locale locale) {
        return origin.text().in(locale) + ": " + text.in(locale);
    }
}
