package ru.smartsbridge.migration.run;

import java.util.Locale;

/**
 * An answer, as it came.
 *
 * @param status of HTTP
 * @param type its content type; {@code ""} where it has none
 * @param body not packed; whoever gives it no longer changes it
 * @param nanos until it was complete
 */
public record ReadAnswer(int status, String type, byte[] body, long nanos) {
    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    boolean isJson() {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }

    boolean isXml() {
        return type.toLowerCase(Locale.ROOT).contains("xml");
    }
}
