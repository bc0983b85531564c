package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;

/** Every address that the recorded metadata has is answered, on the sandbox and by typed calls over REST. */
class MetadataWalkTest {
    private static final Edmx EDMX = StandardMetadata.recorded();
    private static final Map<String, String> PARAMETERS = Map.of(
            "warehouseId", "\"1\"",
            "timeout", "60",
            "lschema", "[\"Product.Id\",\"Product.Name\"]",
            "values", "[\"walk\",\"Товар\"]",
            "flds", "[\"walk\",\"Товар\"]",
            "rewriteProductsBook", "false",
            "useFullTextSearch", "false");

    private Bridge sandbox;
    private Bridge typed;

    /** Anew for each test, since the ends of uploads replace what is there. */
    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
        typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed");
    }

    @AfterEach
    void stop() {
        typed.close();
        sandbox.close();
    }

    private Client api(String way) {
        return new Client((way.equals("sandbox") ? sandbox : typed).api());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "typed"})
    void sets_singletons_properties_and_navigations(String way) {
        Client api = api(way);
        List<String> gaps = new ArrayList<>();
        for (SetInfo info : EDMX.sets().values()) {
            StructuredType type = EDMX.typeOf(info);
            String address = "/" + info.name();
            if (!info.singleton()) {
                get(api, address + "?$top=1&$count=true", gaps);
                if (!info.name().equals("ProductSchema")) {
                    get(api, address + "/$count", gaps);
                    options(api, address, type, gaps);
                    fill(api, info.name());
                    List<Properties> first = api.get(address + "?$top=1").value();
                    assertThat(first)
                            .as("the demo base has something in " + info.name())
                            .isNotEmpty();
                    String key = first.get(0).text(type.key().get(0));
                    address += "('" + encoded(key.replace("'", "''")) + "')";
                }
            }
            get(api, address, gaps);
            below(api, address, type, gaps);
        }
        assertThat(gaps).isEmpty();
    }

    /** Some tables and document types have nothing in them when the demo base is new. */
    private static void fill(Client api, String set) {
        boolean empty = api.get("/" + set + "/$count").text().equals("0");
        if (empty && set.startsWith("Tables/")) {
            api.post("/" + set + "/BeginUpdate", "");
            api.post("/" + set, "{\"uid\":\"walk\"}");
            api.post("/" + set + "/EndUpdate", "");
        } else if (empty && set.startsWith("Docs/")) {
            api.post(
                    "/" + set,
                    "{\"id\":\"walk-" + set.substring(5) + "\",\"name\":\"x\",\"declaredItems\":[{\"uid\":\"1\"}]}");
        }
    }

    /** Each property is filtered, ordered and selected by. */
    private static void options(Client api, String set, StructuredType type, List<String> gaps) {
        for (EdmProperty property : type.properties().values()) {
            String name = property.name();
            boolean scalar = !property.type().collection()
                    && EDMX.structured(property.type().name()).isEmpty();
            get(api, set + "?$top=1&$select=" + name + (scalar ? "&$orderby=" + name + "%20desc" : ""), gaps);
            get(api, set + "?$top=1&$filter=" + name + (scalar ? "%20ne%20null" : "%20eq%20null"), gaps);
        }
        for (EdmProperty navigation : type.navigations().values()) {
            String condition =
                    navigation.type().collection() ? navigation.name() + "/any()" : navigation.name() + "%20ne%20null";
            get(api, set + "?$top=1&$filter=" + condition + "&$expand=" + navigation.name(), gaps);
        }
    }

    private static void below(Client api, String entity, StructuredType type, List<String> gaps) {
        for (EdmProperty property : type.properties().values()) {
            String address = entity + "/" + property.name();
            get(api, address, gaps);
            if (property.type().collection()) {
                get(api, address + "/$count", gaps);
            } else if (EDMX.structured(property.type().name()).isEmpty()) {
                get(api, address + "/$value", gaps);
            }
        }
        for (EdmProperty navigation : type.navigations().values()) {
            get(api, entity + "/" + navigation.name(), gaps);
            get(api, entity + "?$expand=" + navigation.name(), gaps);
            if (navigation.type().collection()) {
                get(api, entity + "/" + navigation.name() + "/$count", gaps);
            }
        }
    }

    private static void get(Client api, String address, List<String> gaps) {
        Client.Answer answer = api.get(address);
        if (answer.status() != 200 && answer.status() != 204) {
            gaps.add(address + " " + answer.status() + " " + answer.text());
        }
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "typed"})
    void actions(String way) {
        Client api = api(way);
        String document = "walk-" + way;
        api.post("/Docs/PrihodNaSklad", "{\"id\":\"" + document + "\",\"name\":\"x\"}");
        Set<String> done = new LinkedHashSet<>();
        List<String> gaps = new ArrayList<>();
        for (Action action : EDMX.actions()) {
            for (String address : bound(action.binding(), document)) {
                String before = begin(action.name());
                if (!before.isEmpty()) {
                    act(api, address, actionNamed(before, action.binding()), gaps);
                }
                act(api, address, action, gaps);
                done.add(action.binding() + "." + action.name());
                String reset = action.name().contains("Upload")
                        ? "ResetUploadProducts"
                        : action.name().replaceFirst("^Begin", "Reset");
                if (action.name().startsWith("Begin") || action.name().startsWith("Add")) {
                    act(api, address, actionNamed(reset, action.binding()), gaps);
                }
            }
        }
        assertThat(gaps).isEmpty();
        assertThat(done).hasSameSizeAs(EDMX.actions());
    }

    /** Where the action can be asked: each set of its type, the sets that gather others left out. */
    private static List<String> bound(EdmType binding, String document) {
        if (!binding.collection()) {
            return List.of("/Docs('" + document + "')", "/Docs/PrihodNaSklad('" + document + "')");
        }
        return EDMX.sets().values().stream()
                .filter(set -> set.type().equals(binding.name()))
                .map(SetInfo::name)
                .filter(name -> !name.equals("Tables") && !name.equals("Row"))
                .map(name -> "/" + name)
                .collect(Collectors.toUnmodifiableList());
    }

    /** What has to be begun before. */
    private static String begin(String action) {
        if (action.startsWith("Add") || action.endsWith("UploadProducts") && !action.startsWith("Begin")) {
            return "BeginUploadProducts";
        }
        boolean ends = action.startsWith("End") || action.startsWith("Reset");
        return ends ? action.replaceFirst("^(End|Reset)", "Begin") : "";
    }

    private static Action actionNamed(String name, EdmType binding) {
        return EDMX.action(name, binding).orElse(null);
    }

    private static void act(Client api, String address, Action action, List<String> gaps) {
        if (action == null) {
            return; // EndUpdate of a document needs no beginning
        }
        String body = action.parameters().keySet().stream()
                .map(name -> "\"" + name + "\":" + PARAMETERS.get(name))
                .collect(Collectors.joining(",", "{", "}"));
        Client.Answer answer = api.post(address + "/Default." + action.name(), body);
        if (answer.status() != 204) {
            gaps.add(address + "/" + action.name() + " " + answer.status() + " " + answer.text());
        }
    }
}
