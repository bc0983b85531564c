package ru.smartsbridge.rest.rows;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.backend.ServerError;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.Answer;

/** Reads an answer that is one entity. */
public final class SingleEntity {
    private static final String CONTEXT = "@odata.context";

    private SingleEntity() {}

    /**
     * The entity without its {@code @odata.context}, which is about the server's address and not about the entity;
     * empty where the answer has no body.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED} where the body is anything else
     */
    public static Optional<Properties> read(Answer answer, Failures failures, boolean writes, String requestId) {
        if (answer.empty()) {
            answer.finish();
            return Optional.empty();
        }
        try (JsonParser parser = Json.parser(answer.body())) {
            if (Json.next(parser) == null) {
                answer.finish();
                return Optional.empty();
            }
            Value value = Json.read(parser);
            if (Json.next(parser) != null) {
                throw Json.malformed(parser, "there is more after the end of the value");
            }
            answer.finish();
            if (value instanceof Properties entity) {
                return Optional.of(checked(entity, requestId));
            }
            throw Json.malformed(parser, "an object is expected");
        } catch (IOException e) {
            throw failures.unreadable(e, writes);
        }
    }

    private static Properties checked(Properties entity, String requestId) {
        Properties bare = entity.without(CONTEXT);
        if (isError(bare)) {
            throw inside(bare.object("error").orElse(Properties.EMPTY), requestId);
        }
        return bare;
    }

    /** Whether an object is the server's word that it failed, after it had begun to answer with a success. */
    static boolean isError(Properties object) {
        return object.names().equals(List.of("error"))
                && object.get("error").filter(Properties.class::isInstance).isPresent();
    }

    /** The error that stands inside an answer whose status was a success. */
    static RuntimeException inside(Properties error, String requestId) {
        ServerError said = ServerError.of(error, requestId);
        return said.locate(RestTexts.failed(null, "error.inside", said.message().orElse("")));
    }
}
