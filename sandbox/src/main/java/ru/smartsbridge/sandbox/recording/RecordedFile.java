package ru.smartsbridge.sandbox.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.MalformedJson;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.error.SandboxTexts;

/** One file of recorded JSON, read entity by entity; errors name it with line and column. */
final class RecordedFile {
    /** What may stand in the answer beside the entities. */
    private static final String CONTEXT = "@odata.context";

    private static final String VALUE = "value";

    private final Path file;

    RecordedFile(Path file) {
        this.file = file;
    }

    /** What is to be done with the members of an object whose values are arrays of entities. */
    interface ByName {
        /** Takes the entities of one member; empty where there may be no such member. */
        Optional<Consumer<Properties>> entities(String name);
    }

    /** The entities of {@code {"value": […]}}. */
    void entities(Consumer<Properties> use) {
        collections(name -> name.equals(VALUE) ? Optional.of(use) : Optional.empty());
    }

    /** The one entity that the file is, or those of {@code {"value": […]}}. */
    void one(Consumer<Properties> use) {
        reading(parser -> {
            Properties.Builder entity = Properties.builder();
            int properties = 0;
            boolean collection = false;
            Set<String> names = new HashSet<>();
            while (Json.next(parser) != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (!names.add(name)) {
                    throw Json.malformed(parser, "the property '" + name + "' comes twice");
                }
                JsonToken token = Json.next(parser);
                if (name.equals(VALUE) && token == JsonToken.START_ARRAY && properties == 0) {
                    array(parser, use);
                    collection = true;
                } else {
                    Value value = Json.read(parser);
                    if (!name.equals(CONTEXT)) {
                        entity.put(name, value);
                        properties++;
                    }
                }
            }
            if (!collection) {
                use.accept(entity.build());
            }
        });
    }

    /** The entities of an object whose members are arrays. */
    void collections(ByName target) {
        reading(parser -> {
            boolean any = false;
            while (Json.next(parser) != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                Optional<Consumer<Properties>> use = name.startsWith("@") ? Optional.empty() : target.entities(name);
                JsonToken token = Json.next(parser);
                if (use.isEmpty()) {
                    if (!name.startsWith("@")) {
                        throw Json.malformed(parser, "'" + name + "' is not expected here");
                    }
                    Json.read(parser);
                } else if (token == JsonToken.START_ARRAY) {
                    array(parser, use.get());
                    any = true;
                } else {
                    throw Json.malformed(parser, "'" + name + "' must be an array");
                }
            }
            if (!any && target.entities(VALUE).isPresent()) {
                throw Json.malformed(parser, "there is no \"value\": [...]");
            }
        });
    }

    private static void array(JsonParser parser, Consumer<Properties> use) throws IOException {
        while (Json.next(parser) != JsonToken.END_ARRAY) {
            if (!(Json.read(parser) instanceof Properties entity)) {
                throw Json.malformed(parser, "an entity is expected");
            }
            use.accept(entity);
        }
    }

    private interface Reader {
        void read(JsonParser parser) throws IOException;
    }

    private void reading(Reader reader) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = Json.parser(bytes)) {
            if (Json.next(parser) != JsonToken.START_OBJECT) {
                throw Json.malformed(parser, "an object is expected");
            }
            reader.read(parser);
            if (Json.next(parser) != null) {
                throw Json.malformed(parser, "there is more after the end of the object");
            }
        } catch (MalformedJson e) {
            throw new BridgeException(
                    Category.INVALID_REQUEST,
                    SandboxTexts.text("recording.malformed", file, e.line(), e.column(), e.reason()),
                    e);
        } catch (IOException e) {
            throw new BridgeException(
                    Category.INVALID_REQUEST, SandboxTexts.text("recording.unreadable", file, e.getMessage()), e);
        }
    }
}
