package ru.smartsbridge.server.odata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.MalformedJson;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The JSON of a request as it is read: one object, or the objects of an array one by one. Used by one thread.
 *
 * <p>A byte-order mark before it is accepted, as 1C sends it. What is not JSON fails with line and column, an entity
 * over the limit with {@code TOO_LARGE}, a body that breaks off with {@code INVALID_REQUEST}; the failure comes where
 * it is met, so that whoever takes the entities can undo.
 */
public final class Body implements AutoCloseable {
    private final JsonParser parser;
    private final Portion portion;

    /**
     * @param bytes the request's body; stays open
     * @param entityLimit bytes that one entity may have
     */
    public Body(InputStream bytes, long entityLimit) {
        this.portion = new Portion(bytes, entityLimit);
        try {
            this.parser = Json.parser(portion);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The one object that the body is; also for an action's parameters. */
    public Properties object() {
        if (advance() == null) {
            throw ODataTexts.invalid("body.empty");
        }
        Properties object = current();
        requireEnd();
        return object;
    }

    /** The parameters of an action; an empty body has none. */
    public Properties parameters(Action action) {
        if (advance() == null) {
            return Parameters.checked(action, Properties.EMPTY);
        }
        Properties object = current();
        requireEnd();
        return Parameters.checked(action, object);
    }

    /** The objects of the body, an array or a single one, each as it is taken. */
    public Objects objects() {
        JsonToken first = advance();
        if (first == null) {
            throw ODataTexts.invalid("body.empty");
        }
        return new Objects(first == JsonToken.START_ARRAY);
    }

    /**
     * The texts of a parameter that is an array, in groups, each as it is taken; the parameter must be the body's
     * only one.
     *
     * @param action whose parameter it is
     * @param size texts in a group
     * @param group makes something of a group
     */
    public <T> Iterator<T> groups(String action, String parameter, int size, Function<List<String>, T> group) {
        if (advance() != JsonToken.START_OBJECT) {
            throw ODataTexts.invalid("parameter.missing", action, parameter).at(parameter);
        }
        if (advance() != JsonToken.FIELD_NAME || !currentName().equals(parameter)) {
            throw ODataTexts.invalid("parameter.missing", action, parameter).at(parameter);
        }
        if (advance() != JsonToken.START_ARRAY) {
            throw ODataTexts.invalid("parameter.type", parameter, "Collection(Edm.String)")
                    .at(parameter);
        }
        return new Groups<>(parameter, size, group);
    }

    private JsonToken advance() {
        try {
            return Json.next(parser);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private String currentName() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Properties current() {
        try {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw ODataTexts.invalid("body.object", line(), column());
            }
            return (Properties) Json.read(parser);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void requireEnd() {
        if (advance() != null) {
            throw ODataTexts.invalid("body.more", line(), column());
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private BridgeException failure(IOException e) {
        if (e instanceof MalformedJson malformed) {
            return ODataTexts.invalid("body.json", malformed.line(), malformed.column(), malformed.reason());
        }
        return BodyFailure.of(e);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The objects of a body, in order. */
    public final class Objects implements Iterator<Properties> {
        private final boolean array;
        private Properties next;
        private boolean ended;

        private Objects(boolean array) {
            this.array = array;
        }

        /** Whether the body is an array, also one of a single object. */
        public boolean array() {
            return array;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                portion.begin();
                if (array && advance() == JsonToken.END_ARRAY) {
                    end();
                } else {
                    next = current();
                    if (!array) {
                        end();
                    }
                }
            }
            return next != null;
        }

        private void end() {
            ended = true;
            requireEnd();
        }

        @Override
        public Properties next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Properties object = next;
            next = null;
            return object;
        }
    }

    private final class Groups<T> implements Iterator<T> {
        private final String parameter;
        private final int size;
        private final Function<List<String>, T> group;
        private long taken;
        private T next;
        private boolean ended;

        private Groups(String parameter, int size, Function<List<String>, T> group) {
            this.parameter = parameter;
            this.size = size;
            this.group = group;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                read();
            }
            return next != null;
        }

        private void read() {
            portion.begin();
            List<String> texts = new ArrayList<>(size);
            while (texts.size() < size && advance() != JsonToken.END_ARRAY) {
                texts.add(text());
            }
            if (texts.size() == size) {
                next = group.apply(texts);
                return;
            }
            ended = true;
            if (!texts.isEmpty()) {
                throw ODataTexts.invalid("parameter.whole", parameter, taken, size)
                        .at(parameter);
            }
            if (advance() != JsonToken.END_OBJECT) {
                throw ODataTexts.invalid("body.more", line(), column());
            }
            requireEnd();
        }

        private String text() {
            try {
                Value value = Json.read(parser);
                if (value instanceof Value.Text text) {
                    taken++;
                    return text.value();
                }
                if (value == Value.NULL) {
                    taken++;
                    return null;
                }
            } catch (IOException e) {
                throw failure(e);
            }
            String path = parameter + "[" + taken + "]";
            throw ODataTexts.invalid("parameter.type", path, "Edm.String").at(path);
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T result = next;
            next = null;
            return result;
        }
    }
}
