package ru.smartsbridge.rest.backend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.http.Answer;

/**
 * The server's own error, {@code {"error":{"message":…,"target":…}}}: what of it is for the reader; its inner parts go to
 * the log.
 *
 * @param message empty: the server gave none
 * @param target of what the server complains; empty: it did not say
 */
public record ServerError(Optional<String> message, Optional<String> target) {
    /** Of an answer whose body says nothing. */
    static final ServerError SILENT = new ServerError(Optional.empty(), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(ServerError.class);

    /** An error longer than that is cut, so no message of it is found. */
    private static final int LONGEST = 1 << 20;

    /** The error in an answer's body; a silent one where the body is of another form. */
    static ServerError in(Answer answer, String requestId) {
        if (answer.empty()) {
            return SILENT;
        }
        try {
            byte[] text = answer.body().readNBytes(LONGEST);
            if (Json.parse(new ByteArrayInputStream(text)) instanceof Properties body) {
                return object(body, "error").map(error -> of(error, requestId)).orElse(SILENT);
            }
            return SILENT;
        } catch (IOException notJson) {
            LOG.info(
                    "[{}] The body of the {} answer is not JSON: {}", requestId, answer.status(), notJson.getMessage());
            return SILENT;
        }
    }

    /** What an error object tells. */
    public static ServerError of(Properties error, String requestId) {
        object(error, "innererror").ifPresent(inner -> LOG.info("[{}] The server's own account: {}", requestId, inner));
        return new ServerError(text(error, "message"), text(error, "target"));
    }

    /** {@code error}, seen where the server saw it. */
    public BridgeException locate(BridgeException error) {
        return target.map(error::at).orElse(error);
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
