package ru.smartsbridge.server.openapi;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The addresses of a base, with what can be asked there. Used for one description. */
final class Paths {
    private static final String JSON = "application/json";
    private static final Set<SetKind> NEVER_WRITTEN =
            EnumSet.of(SetKind.ROW, SetKind.DOCUMENT_ITEM, SetKind.PRODUCT_SCHEMA, SetKind.OTHER);
    private static final Set<SetKind> FILLED_BY_UPLOADS = EnumSet.of(SetKind.PRODUCTS, SetKind.TABLES, SetKind.CELLS);
    private static final List<String> OF_MANY =
            List.of("filter", "orderby", "select", "expand", "top", "skip", "count");

    private final Schema schema;
    private final Capabilities capabilities;
    private final Schemas schemas;
    private final Locale language;
    private final Map<String, Value> paths = new LinkedHashMap<>();

    Paths(Schema schema, Capabilities capabilities, Schemas schemas, Locale language) {
        this.schema = schema;
        this.capabilities = capabilities;
        this.schemas = schemas;
        this.language = language;
    }

    Properties all() {
        schema.edmx().sets().values().forEach(this::set);
        put("/$metadata", List.of(), Map.of("get", plain("metadata", "$metadata", "application/xml")));
        return Properties.of(paths);
    }

    private void put(String path, List<Properties> parameters, Map<String, Properties> operations) {
        if (operations.isEmpty()) {
            return;
        }
        Properties.Builder item = Properties.builder();
        if (!parameters.isEmpty()) {
            item.put("parameters", parameters);
        }
        Stream.of("get", "post", "put", "patch", "delete")
                .filter(operations::containsKey)
                .forEach(method ->
                        item.put(method, operations.get(method).with("operationId", Value.text(method + path))));
        paths.put(path, item.build());
    }

    private void set(SetInfo info) {
        EntitySet<?> set = EntitySet.named(info.name());
        Properties entity = schemas.entity(info);
        StructuredType type = schema.edmx().typeOf(info);
        if (info.singleton() || set.kind() == SetKind.PRODUCT_SCHEMA) {
            if (info.name().equals("BaseInfo") || served(Verb.FIND, set)) {
                put(
                        "/" + info.name(),
                        List.of(),
                        Map.of("get", read("one", info, responses(entity, "200"), List.of("select", "expand"))));
            }
            return;
        }
        collection(info, set, entity);
        String key = type.key().get(0);
        Properties parameter = Properties.builder()
                .put("name", key)
                .put("in", "path")
                .put("required", true)
                .put("description", text("key"))
                .put("schema", Json.type("string").with("minLength", Value.number(1)))
                .build();
        String one = "/" + info.name() + "('{" + key + "}')";
        entity(info, set, entity, one, parameter);
        type.navigations().values().forEach(navigation -> navigation(info, set, navigation, one, parameter));
        for (Action action : schema.edmx().actions()) {
            if (action.binding().name().equals(info.type())) {
                action(info, set, action, action.binding().collection() ? "/" + info.name() : one, parameter);
            }
        }
    }

    private boolean served(Verb verb, EntitySet<?> set) {
        return capabilities.missing(verb, set.kind()).isEmpty();
    }

    private void collection(SetInfo info, EntitySet<?> set, Properties entity) {
        Map<String, Properties> operations = new LinkedHashMap<>();
        if (served(Verb.LIST, set)) {
            operations.put("get", read("list", info, responses(many(entity), "200"), OF_MANY));
            put(
                    "/" + info.name() + "/$count",
                    List.of(),
                    Map.of(
                            "get",
                            plain("count", info.name(), "text/plain").with("parameters", options(List.of("filter")))));
        }
        boolean uploads = FILLED_BY_UPLOADS.contains(set.kind());
        boolean generic = set.kind() == SetKind.TABLES && set.uni().isEmpty();
        if (!NEVER_WRITTEN.contains(set.kind()) && !generic && served(uploads ? Verb.UPLOAD : Verb.CREATE, set)) {
            Properties body = uploads ? Json.object("oneOf", Value.items(List.of(entity, Json.array(entity)))) : entity;
            operations.put("post", write(uploads ? "add" : "create", info, body, entity, "201", "200", "204"));
        }
        put("/" + info.name(), List.of(), operations);
    }

    private static Properties many(Properties entity) {
        Properties properties = Properties.builder()
                .put("@odata.context", Json.type("string"))
                .put("@odata.count", Json.type("integer"))
                .put("@odata.nextLink", Json.type("string"))
                .put("value", Json.array(entity))
                .build();
        return Json.type("object")
                .with("required", Json.texts(Stream.of("value")))
                .with("properties", properties);
    }

    private void entity(SetInfo info, EntitySet<?> set, Properties entity, String path, Properties parameter) {
        Map<String, Properties> operations = new LinkedHashMap<>();
        if (served(Verb.FIND, set)) {
            operations.put("get", read("one", info, responses(entity, "200"), List.of("select", "expand")));
        }
        boolean written = !NEVER_WRITTEN.contains(set.kind());
        if (written && served(Verb.UPDATE, set)) {
            operations.put("patch", write("update", info, entity, entity, "204", "200"));
        }
        if (written && served(Verb.REPLACE, set)) {
            operations.put("put", write("replace", info, entity, entity, "204", "200"));
        }
        if (written && served(Verb.DELETE, set)) {
            operations.put("delete", operation("delete", info.name(), done("204")));
        }
        put(path, List.of(parameter), operations);
    }

    private void navigation(
            SetInfo info, EntitySet<?> set, EdmProperty navigation, String entity, Properties parameter) {
        String simple = schema.edmx().typeOf(info).simpleName();
        boolean followed = served(Verb.RELATED, set)
                && !capabilities.missingNavigations().containsKey(simple + "." + navigation.name());
        if (!followed) {
            return;
        }
        EdmType type = navigation.type();
        Properties target = schemas.value(new EdmType(type.name(), false));
        Properties read = type.collection()
                ? read("related", info, responses(many(target), "200"), OF_MANY)
                : read("related", info, responses(target, "200").merged(done("204")), List.of("select", "expand"));
        put(entity + "/" + navigation.name(), List.of(parameter), Map.of("get", read));
    }

    private void action(SetInfo info, EntitySet<?> set, Action action, String path, Properties parameter) {
        boolean ofSet = action.binding().collection();
        Verb verb = ofSet ? Verb.UPLOAD : action.name().equals("EndUpdate") ? Verb.END_UPDATE : Verb.BLOCK;
        boolean generic = ofSet
                && set.kind() != SetKind.PRODUCTS
                && set.kind() != SetKind.CELLS
                && set.uni().isEmpty();
        if (generic || !served(verb, set)) {
            return;
        }
        Properties operation = operation("action", info.name(), done("204")).with("summary", Value.text(action.name()));
        if (!action.parameters().isEmpty()) {
            Map<String, Value> properties = new LinkedHashMap<>();
            action.parameters().forEach((name, property) -> properties.put(name, schemas.value(property.type())));
            Properties body = Json.type("object")
                    .with("required", Json.texts(action.parameters().keySet().stream()))
                    .with("properties", Properties.of(properties));
            operation = operation.with("requestBody", Json.content(JSON, body).with("required", Value.flag(true)));
        }
        put(path + "/" + action.name(), ofSet ? List.of() : List.of(parameter), Map.of("post", operation));
    }

    private Properties read(String summary, SetInfo info, Properties responses, List<String> options) {
        return operation(summary, info.name(), responses).with("parameters", options(options));
    }

    private static Value options(List<String> names) {
        return Value.items(
                names.stream().map(name -> Json.ref("parameters/" + name)).toList());
    }

    private Properties write(String summary, SetInfo info, Properties body, Properties answer, String... statuses) {
        Properties responses = Properties.EMPTY;
        for (String status : statuses) {
            responses = responses.merged(status.equals("204") ? done(status) : responses(answer, status));
        }
        List<Properties> preference = List.of(Json.ref("parameters/prefer"));
        return operation(summary, info.name(), responses)
                .with("parameters", Value.items(preference))
                .with("requestBody", Json.content(JSON, body).with("required", Value.flag(true)));
    }

    private Properties plain(String summary, String tag, String contentType) {
        return operation(
                summary,
                tag,
                Json.object(
                        "200",
                        Json.content(contentType, Json.type("string"))
                                .with("description", Value.text(text("answer")))));
    }

    private Properties operation(String summary, String tag, Properties responses) {
        return Properties.builder()
                .put("tags", Json.texts(Stream.of(tag)))
                .put("summary", text(summary))
                .put("responses", responses.with("default", Json.ref("responses/error")))
                .build();
    }

    private Properties responses(Properties answer, String status) {
        return Json.object(status, Json.content(JSON, answer).with("description", Value.text(text("answer"))));
    }

    private Properties done(String status) {
        return Json.object(status, Json.object("description", Value.text(text("done"))));
    }

    private String text(String key) {
        return OpenApiTexts.text(key).in(language);
    }
}
