package ru.smartsbridge.rest.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.http.Answer;

/** One answer that holds a collection, {@code {"value":[…]}}, read entity by entity. Closed by who opened it. */
final class Page implements AutoCloseable {
    private final Answer answer;
    private final String requestId;
    private final JsonParser parser;
    private OptionalLong count = OptionalLong.empty();
    private String nextLink;

    private Page(Answer answer, String requestId) throws IOException {
        this.answer = answer;
        this.requestId = requestId;
        this.parser = Json.parser(answer.body());
    }

    /** Reads up to the first entity. */
    static Page open(Answer answer, String requestId) throws IOException {
        Page page = new Page(answer, requestId);
        if (Json.next(page.parser) != JsonToken.START_OBJECT) {
            throw Json.malformed(page.parser, "an object is expected");
        }
        if (!page.readTo("value")) {
            throw Json.malformed(page.parser, "the answer has no 'value'");
        }
        if (page.parser.currentToken() != JsonToken.START_ARRAY) {
            throw Json.malformed(page.parser, "'value' is no array");
        }
        return page;
    }

    /** Reads annotations up to the value of {@code wanted}, or up to the end where it does not come. */
    private boolean readTo(String wanted) throws IOException {
        while (Json.next(parser) == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Json.next(parser);
            if (name.equals(wanted)) {
                return true;
            }
            annotation(name, Json.read(parser));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw Json.malformed(parser, "the answer ends before its last bracket");
        }
        return false;
    }

    private void annotation(String name, Value value) throws IOException {
        switch (name) {
            case "@odata.count", "@count" -> count = whole(value);
            case "@odata.nextLink", "@nextLink" -> nextLink = value instanceof Value.Text link ? link.value() : null;
            case "error" ->
                throw SingleEntity.inside(value instanceof Properties error ? error : Properties.EMPTY, requestId);
            default -> {
                // the context and what else a server notes is about its own address
            }
        }
    }

    /** A number, or one in quotes as {@code IEEE754Compatible} has it. */
    private OptionalLong whole(Value value) throws IOException {
        try {
            if (value instanceof Value.Number number) {
                return OptionalLong.of(number.decimal().longValueExact());
            }
            if (value instanceof Value.Text text) {
                return OptionalLong.of(Long.parseLong(text.value()));
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw Json.malformed(parser, "the count is no whole number");
        }
        throw Json.malformed(parser, "the count is no number");
    }

    /** The next entity; empty at the end of the page, which was then read to its last byte. */
    Optional<Properties> next() throws IOException {
        JsonToken token = Json.next(parser);
        if (token == JsonToken.END_ARRAY) {
            end();
            return Optional.empty();
        }
        if (token != JsonToken.START_OBJECT) {
            throw Json.malformed(parser, "an entity is expected");
        }
        Properties entity = (Properties) Json.read(parser);
        if (SingleEntity.isError(entity)) {
            throw SingleEntity.inside(entity.object("error").orElse(Properties.EMPTY), requestId);
        }
        return Optional.of(entity);
    }

    private void end() throws IOException {
        if (readTo("value")) {
            throw Json.malformed(parser, "'value' comes twice");
        }
        if (Json.next(parser) != null) {
            throw Json.malformed(parser, "there is more after the end of the answer");
        }
        answer.finish();
    }

    /** As far as it was read. */
    OptionalLong count() {
        return count;
    }

    /** Where the server says that the set goes on; known at the end of the page. */
    Optional<String> nextLink() {
        return Optional.ofNullable(nextLink);
    }

    @Override
    public void close() {
        answer.close();
    }
}
