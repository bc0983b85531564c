package ru.smartsbridge.server.access;

import java.time.Duration;

/**
 * What opens a session's door, once for a day and once for another session. The text form shows neither.
 *
 * @param life of {@code access}
 */
public record Tokens(String access, String refresh, Duration life) {
    @Override
    public String toString() {
        return "tokens ***";
    }
}
