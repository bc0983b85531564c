package ru.smartsbridge.rest.http;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param connect for a connection
 * @param request until the answer begins, counted from when a streamed body is sent whole, any other begins to go
 * @param idle between two portions of a body, either way
 * @param end until the answer to an End action begins
 */
public record Patience(Duration connect, Duration request, Duration idle, Duration end) {
    Duration untilAnswer(Ask ask) {
        return ask.end() ? end : request;
    }
}
