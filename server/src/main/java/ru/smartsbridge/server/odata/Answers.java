package ru.smartsbridge.server.odata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The forms of OData's answers in JSON [rec], written as they come. */
public final class Answers {
    /** Says which OData the answer is written in. */
    public static final String VERSION_HEADER = "OData-Version";

    /** What the server speaks [edmx]. */
    public static final String VERSION = "4.0";

    private Answers() {}

    /** A collection, entity by entity; {@code rows} stays open. */
    public static void collection(OutputStream out, String context, Rows<? extends Entity> rows) throws IOException {
        collection(out, context, rows, Page.WHOLE);
    }

    /** A page of a collection, with the address where it goes on if it does; {@code rows} stays open. */
    public static void collection(OutputStream out, String context, Rows<? extends Entity> rows, Page page)
            throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("@odata.context", context);
            OptionalLong count = rows.count();
            if (count.isPresent()) {
                json.writeNumberField("@odata.count", count.getAsLong());
            }
            json.writeArrayFieldStart("value");
            long written = 0;
            while (rows.hasNext() && written < page.size()) {
                Json.write(json, rows.next().properties());
                written++;
                if (written == 1 && page.isSparse()) {
                    json.flush();
                    out.flush(); // the next one may be long in coming
                }
            }
            json.writeEndArray();
            if (written == page.size() && rows.hasNext()) {
                json.writeStringField("@odata.nextLink", page.next());
            }
            json.writeEndObject();
        }
    }

    /** What stands in a collection, and how many match in all where that is asked for. */
    public static void items(OutputStream out, String context, List<Value> items, OptionalLong count)
            throws IOException {
        Properties.Builder answer = Properties.builder();
        count.ifPresent(number -> answer.put("@odata.count", number));
        entity(out, context, answer.put("value", items).build());
    }

    /** A property: a complex one as an object, any other under {@code value}. */
    public static void property(OutputStream out, String context, Value value) throws IOException {
        entity(
                out,
                context,
                value instanceof Properties complex
                        ? complex
                        : Properties.builder().put("value", value).build());
    }

    /** A scalar as it is, without JSON's quotes: {@code $value} and {@code $count}. */
    public static byte[] bare(Value scalar) {
        String text = scalar instanceof Value.Text own
                ? own.value()
                : scalar instanceof Value.Number number
                        ? number.literal()
                        : Boolean.toString(scalar == Value.Flag.TRUE);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One entity, its context first. */
    public static void entity(OutputStream out, String context, Properties entity) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("@odata.context", context);
            for (Map.Entry<String, Value> property : entity) {
                json.writeFieldName(property.getKey());
                Json.write(json, property.getValue());
            }
            json.writeEndObject();
        }
    }

    /** The list of sets and singletons. */
    public static void serviceDocument(OutputStream out, ApiRoot root, Edmx edmx) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("@odata.context", root.metadata());
            json.writeArrayFieldStart("value");
            for (SetInfo set : edmx.sets().values()) {
                json.writeStartObject();
                json.writeStringField("name", set.name());
                json.writeStringField("kind", set.singleton() ? "Singleton" : "EntitySet");
                json.writeStringField("url", set.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** OData's error object, in the reader's language. */
    public static byte[] error(BridgeException error, Locale language) {
        return error(error.category(), error.text().in(language), error.target().orElse(null));
    }

    /** OData's error object. */
    public static byte[] error(Category category, String message, String target) {
        Properties.Builder inner =
                Properties.builder().put("code", code(category)).put("message", message);
        if (target != null) {
            inner.put("target", target);
        }
        return Json.bytes(Properties.builder().put("error", inner.build()).build());
    }

    /** {@code NOT_FOUND} as {@code NotFound}. */
    private static String code(Category category) {
        StringBuilder code = new StringBuilder();
        for (String word : category.name().split("_")) {
            code.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return code.toString();
    }
}
