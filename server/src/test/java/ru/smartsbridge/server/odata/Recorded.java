package ru.smartsbridge.server.odata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;

/** The recorded schema of a real server. */
final class Recorded {
    static final Edmx EDMX = edmx();

    /** With one document type whose fields are known. */
    static final Schema SCHEMA = new Schema(
            EDMX,
            Names.of(List.of(), List.of()),
            Map.of(new FieldOwner.DocumentHeader("PodborZakaza"), new FieldSet(Map.of("kontrolKolva", "Boolean"))));

    private Recorded() {}

    private static Edmx edmx() {
        try (InputStream document = Recorded.class.getResourceAsStream("/recorded/metadata.xml")) {
            return EdmxReader.read(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
