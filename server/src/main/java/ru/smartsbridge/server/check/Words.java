package ru.smartsbridge.server.check;

import java.util.Locale;

/** Something said, in the language it is asked for. */
@FunctionalInterface
public interface Words {
    /** The words. */
    String in(Locale locale);
}
