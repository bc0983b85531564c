package ru.smartsbridge.rest.backend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.http.Answer;

/** The server's own error, {@code {"error":{"message":…}}}: its message for the reader, its inner parts for the log. */
public final class ServerError {
    private static final Logger LOG = LoggerFactory.getLogger(ServerError.class);

    /** An error longer than that is cut, so no message of it is found. */
    private static final int LONGEST = 1 << 20;

    private ServerError() {}

    /**
     * What an error says.
     *
     * @param target the property, key or parameter that it is about
     */
    record Said(String message, Optional<String> target) {}

    /** What the error in an answer's body says; empty where the body is of another form. */
    static Optional<Said> said(Answer answer, String requestId) {
        if (answer.empty()) {
            return Optional.empty();
        }
        try {
            byte[] text = answer.body().readNBytes(LONGEST);
            if (Json.parse(new ByteArrayInputStream(text)) instanceof Properties body) {
                return object(body, "error")
                        .flatMap(error ->
                                message(error, requestId).map(message -> new Said(message, text(error, "target"))));
            }
            return Optional.empty();
        } catch (IOException notJson) {
            LOG.info(
                    "[{}] The body of the {} answer is not JSON: {}", requestId, answer.status(), notJson.getMessage());
            return Optional.empty();
        }
    }

    /** The message of an error object; what else it tells goes to the log. */
    public static Optional<String> message(Properties error, String requestId) {
        object(error, "innererror").ifPresent(inner -> LOG.info("[{}] The server's own account: {}", requestId, inner));
        return text(error, "message");
    }

    private static Optional<String> text(Properties error, String name) {
        return error.get(name)
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).value())
                .filter(text -> !text.isBlank());
    }

    private static Optional<Properties> object(Properties properties, String name) {
        return properties
                .nameIgnoringCase(name)
                .flatMap(properties::get)
                .filter(Properties.class::isInstance)
                .map(Properties.class::cast);
    }
}
