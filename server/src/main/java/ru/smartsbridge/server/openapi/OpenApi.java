package ru.smartsbridge.server.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The description of a base's API by OpenAPI 3.0, which most programs understand. Stateless. */
public final class OpenApi {
    private OpenApi() {}

    /**
     * The description.
     *
     * @param capabilities what is not there is not described
     * @param base its name
     * @param root where its API is, from the host on: {@code /main/api/v1}
     * @param language of its texts; names are the base's own
     */
    public static Properties of(Schema schema, Capabilities capabilities, String base, String root, Locale language) {
        Schemas schemas = new Schemas(schema);
        Properties paths = new Paths(schema, capabilities, schemas, language).all();
        Properties info = Properties.builder()
                .put("title", OpenApiTexts.text("title", base).in(language))
                .put("description", OpenApiTexts.text("description").in(language))
                .put("version", "v1")
                .build();
        return Properties.builder()
                .put("openapi", "3.0.3")
                .put("info", info)
                .put("servers", List.of(Json.object("url", Value.text(root))))
                .put("security", List.of(Properties.EMPTY, need("basic"), need("session")))
                .put("tags", tags(schema))
                .put("paths", paths)
                .put("components", components(schemas, language))
                .build();
    }

    private static Properties need(String scheme) {
        return Json.object(scheme, Value.items(List.of()));
    }

    /** A set with the name that the base's people have for it. */
    private static List<Properties> tags(Schema schema) {
        List<Properties> tags = new ArrayList<>();
        for (SetInfo info : schema.edmx().sets().values()) {
            Properties tag = Json.object("name", Value.text(info.name()));
            EntitySet<?> set = EntitySet.named(info.name());
            Optional<String> russian = set.uni()
                    .flatMap(uni -> set.kind() == SetKind.DOCS
                            ? schema.names().documentTypeName(uni)
                            : schema.names().tableName(uni));
            tags.add(russian.map(name -> tag.with("description", Value.text(name)))
                    .orElse(tag));
        }
        return tags;
    }

    private static Properties components(Schemas schemas, Locale language) {
        Properties error = Json.type("object")
                .with("required", Json.texts(Stream.of("error")))
                .with(
                        "properties",
                        Json.object(
                                "error",
                                Json.type("object")
                                        .with(
                                                "properties",
                                                Properties.builder()
                                                        .put("code", Json.type("string"))
                                                        .put("message", Json.type("string"))
                                                        .put("target", Json.type("string"))
                                                        .build())));
        Properties response = Json.content("application/json", error)
                .with("description", Value.text(OpenApiTexts.text("error").in(language)));
        return Properties.builder()
                .put("schemas", schemas.components())
                .put("parameters", parameters(language))
                .put("responses", Json.object("error", response))
                .put("securitySchemes", security())
                .build();
    }

    private static Properties security() {
        Value http = Value.text("http");
        return Properties.builder()
                .put("basic", Json.object("type", http).with("scheme", Value.text("basic")))
                .put("session", Json.object("type", http).with("scheme", Value.text("bearer")))
                .build();
    }

    private static Properties parameters(Locale language) {
        Properties count = Json.type("integer").with("minimum", Value.number(0));
        Properties prefer =
                Json.type("string").with("enum", Json.texts(Stream.of("return=minimal", "return=representation")));
        return Properties.builder()
                .put("filter", option("filter", Json.type("string"), language))
                .put("orderby", option("orderby", Json.type("string"), language))
                .put("select", option("select", Json.type("string"), language))
                .put("expand", option("expand", Json.type("string"), language))
                .put("top", option("top", count, language))
                .put("skip", option("skip", count, language))
                .put("count", option("count", Json.type("boolean"), language))
                .put("prefer", parameter("Prefer", "header", "prefer", prefer, language))
                .build();
    }

    private static Properties option(String name, Properties schema, Locale language) {
        return parameter("$" + name, "query", name, schema, language);
    }

    private static Properties parameter(String name, String in, String key, Properties schema, Locale language) {
        return Properties.builder()
                .put("name", name)
                .put("in", in)
                .put("description", OpenApiTexts.text("parameter." + key).in(language))
                .put("schema", schema)
                .build();
    }
}
