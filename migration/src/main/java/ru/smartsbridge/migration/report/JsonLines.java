package ru.smartsbridge.migration.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Difference;

/**
 * Writes every difference as one line of JSON, as it is found. Used by one thread, whose interrupt does not harm the
 * file.
 */
public final class JsonLines implements Consumer<Difference>, AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final OutputStream file;
    private final JsonGenerator generator;

    /** Into a file, which is made anew. */
    public JsonLines(Path path) throws IOException {
        file = new BufferedOutputStream(new FileOutputStream(path.toFile()), BUFFER);
        generator = Json.generator(file);
        generator.setRootValueSeparator(null);
    }

    @Override
    public void accept(Difference difference) {
        try {
            Json.write(generator, json(difference));
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A difference as an object: {@code control} and {@code candidate} are there where the side has a value. */
    static Properties json(Difference difference) {
        Properties.Builder json = Properties.builder()
                .put("set", difference.set())
                .put("key", difference.key())
                .put("field", difference.field())
                .put("place", difference.place())
                .put("kind", difference.kind().word());
        difference.hint().ifPresent(hint -> json.put("hint", hint.word()));
        value(difference.control()).ifPresent(value -> json.put("control", value));
        value(difference.candidate()).ifPresent(value -> json.put("candidate", value));
        return json.build();
    }

    private static Optional<Value> value(Value value) {
        return Optional.ofNullable(value);
    }

    /** Has all that was found until now stand in the file. */
    public void flush() throws IOException {
        generator.flush();
        file.flush();
    }

    @Override
    public void close() throws IOException {
        generator.close();
        file.close();
    }
}
