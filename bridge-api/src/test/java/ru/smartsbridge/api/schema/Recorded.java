package ru.smartsbridge.api.schema;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/** What a real server answered. */
public final class Recorded {
    private Recorded() {}

    /** Its {@code $metadata}. */
    public static Edmx edmx() throws IOException {
        return EdmxReader.read(bytes("metadata.xml"));
    }

    /** Its document types. */
    public static List<DocumentType> documentTypes() throws IOException {
        return object("doctypes.json").objects("value").stream()
                .map(DocumentType::new)
                .toList();
    }

    /** Its documents by {@code uni}. */
    public static Properties documents() throws IOException {
        return object("documents.json");
    }

    /** Its schema, with these additional fields. */
    public static Schema schema(Map<FieldOwner, FieldSet> fields) throws IOException {
        return new Schema(edmx(), Names.of(documentTypes(), List.of()), fields);
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Recorded.class.getResourceAsStream("/" + resource)) {
            return in.readAllBytes();
        }
    }

    private static Properties object(String resource) throws IOException {
        try (InputStream in = Recorded.class.getResourceAsStream("/" + resource)) {
            return (Properties) Json.parse(in);
        }
    }
}
