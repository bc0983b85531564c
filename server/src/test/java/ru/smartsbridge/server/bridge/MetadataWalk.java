package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;

/**
 * Goes to every address that a base's metadata has: each is answered, or is 501 where the way to the base is told to lack it,
 * and nowhere else.
 */
public final class MetadataWalk {
    private static final Map<String, String> PARAMETERS = Map.of(
            "warehouseId", "\"1\"",
            "timeout", "60",
            "lschema", "[\"Product.Id\",\"Product.Name\"]",
            "values", "[\"walk\",\"Товар\"]",
            "flds", "[\"walk\",\"Товар\"]",
            "rewriteProductsBook", "false",
            "useFullTextSearch", "false");

    private final Client api;
    private final Edmx edmx;
    private final Capabilities capabilities;
    private final Set<String> without;
    private final Set<String> askedTypes = new HashSet<>();
    private final List<String> gaps = new ArrayList<>();
    private boolean typesOnce;
    private int asked;
    private int lacking;

    /**
     * @param capabilities what the way to the base is told to serve
     * @param without sets that this base cannot show, whatever the way to it
     */
    public MetadataWalk(Client api, Edmx edmx, Capabilities capabilities, Set<String> without) {
        this.without = without;
        this.api = api;
        this.edmx = edmx;
        this.capabilities = capabilities;
    }

    /** Filters, orders and selects by the properties of each type in one of its sets, not in each. */
    public MetadataWalk askingEachTypeOnce() {
        typesOnce = true;
        return this;
    }

    /** Addresses that were not answered as they are to be, with what they answered. */
    public List<String> gaps() {
        return gaps;
    }

    /** How many addresses it has been to. */
    public int asked() {
        return asked;
    }

    /** How many were 501 as they are to be. */
    public int lacking() {
        return lacking;
    }

    /** Sets, singletons, their entities, properties and navigations, and each property in a filter, an order, a selection. */
    public void reads() {
        for (SetInfo info : edmx.sets().values()) {
            Spot spot = new Spot(info, EntitySet.named(info.name()).kind(), edmx.typeOf(info));
            String address = "/" + info.name();
            if (info.singleton()) {
                boolean served = spot.served(Verb.FIND) || info.name().equals("BaseInfo");
                get(address, served);
                if (served) {
                    below(address, spot);
                }
            } else if (!without.contains(info.name())) {
                set(address, spot);
            }
        }
    }

    private final class Spot {
        private final SetInfo info;
        private final SetKind kind;
        private final StructuredType type;

        private Spot(SetInfo info, SetKind kind, StructuredType type) {
            this.info = info;
            this.kind = kind;
            this.type = type;
        }

        private boolean served(Verb verb) {
            return capabilities.missing(verb, kind).isEmpty();
        }

        private boolean leads(EdmProperty navigation) {
            return served(Verb.RELATED)
                    && !capabilities.missingNavigations().containsKey(type.simpleName() + "." + navigation.name());
        }
    }

    private void set(String address, Spot spot) {
        boolean listed = spot.served(Verb.LIST);
        get(address + "?$top=1&$count=true", listed);
        String key = "walk";
        if (!spot.info.name().equals("ProductSchema")) {
            get(address + "/$count", listed);
            if (listed) {
                fill(spot.info.name());
                if (askedTypes.add(spot.type.name()) || !typesOnce) {
                    options(address, spot);
                }
                key = firstKey(address, spot);
            }
        }
        String entity = spot.info.name().equals("ProductSchema")
                ? address
                : address + "('" + encoded(key.replace("'", "''")) + "')";
        get(entity, spot.served(Verb.FIND));
        if (spot.served(Verb.FIND)) {
            below(entity, spot);
        }
    }

    private String firstKey(String address, Spot spot) {
        List<Properties> first = api.get(address + "?$top=1").value();
        assertThat(first).as("the base has something in " + address).isNotEmpty();
        return first.get(0).text(spot.type.key().get(0));
    }

    /** Some tables and document types have nothing in them when a base is new. */
    private void fill(String set) {
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
    private void options(String set, Spot spot) {
        for (EdmProperty property : spot.type.properties().values()) {
            String name = property.name();
            boolean scalar = !property.type().collection()
                    && edmx.structured(property.type().name()).isEmpty();
            get(set + "?$top=1&$select=" + name + (scalar ? "&$orderby=" + name + "%20desc" : ""), true);
            get(set + "?$top=1&$filter=" + name + (scalar ? "%20ne%20null" : "%20eq%20null"), true);
        }
        for (EdmProperty navigation : spot.type.navigations().values()) {
            String condition =
                    navigation.type().collection() ? navigation.name() + "/any()" : navigation.name() + "%20ne%20null";
            get(set + "?$top=1&$filter=" + condition + "&$expand=" + navigation.name(), spot.leads(navigation));
        }
    }

    private void below(String entity, Spot spot) {
        for (EdmProperty property : spot.type.properties().values()) {
            String address = entity + "/" + property.name();
            get(address, true);
            if (property.type().collection()) {
                get(address + "/$count", true);
            } else if (edmx.structured(property.type().name()).isEmpty()) {
                get(address + "/$value", true);
            }
        }
        for (EdmProperty navigation : spot.type.navigations().values()) {
            boolean leads = spot.leads(navigation);
            get(entity + "/" + navigation.name(), leads);
            get(entity + "?$expand=" + navigation.name(), leads);
            if (navigation.type().collection()) {
                get(entity + "/" + navigation.name() + "/$count", leads);
            }
        }
    }

    private void get(String address, boolean served) {
        require(address, api.get(address), served, Set.of(200, 204));
    }

    private void require(String what, Client.Answer answer, boolean served, Set<Integer> done) {
        boolean right = served
                ? done.contains(answer.status())
                : answer.status() == 501 && answer.text().contains("UnsupportedHere");
        if (!right) {
            gaps.add(what + (served ? " " : " is told as missing, but ") + answer.status() + " " + answer.text());
        }
        asked++;
        lacking += served || !right ? 0 : 1;
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All actions, each wherever it can be asked. */
    public void actions() {
        String document = "walk-actions";
        api.post("/Docs/PrihodNaSklad", "{\"id\":\"" + document + "\",\"name\":\"x\"}");
        Set<String> done = new LinkedHashSet<>();
        for (Action action : edmx.actions()) {
            for (String address : bound(action.binding(), document)) {
                Optional<Action> before = begin(action.name()).flatMap(begin -> edmx.action(begin, action.binding()));
                before.ifPresent(begin -> act(address, begin));
                act(address, action);
                done.add(action.binding() + "." + action.name());
                String reset = action.name().contains("Upload")
                        ? "ResetUploadProducts"
                        : action.name().replaceFirst("^Begin", "Reset");
                if (action.name().startsWith("Begin") || action.name().startsWith("Add")) {
                    edmx.action(reset, action.binding()).ifPresent(after -> act(address, after));
                }
            }
        }
        assertThat(done).hasSameSizeAs(edmx.actions());
    }

    /** Where the action can be asked: each set of its type, the sets that gather others left out. */
    private List<String> bound(EdmType binding, String document) {
        if (!binding.collection()) {
            return List.of("/Docs('" + document + "')", "/Docs/PrihodNaSklad('" + document + "')");
        }
        return edmx.sets().values().stream()
                .filter(set -> set.type().equals(binding.name()))
                .map(SetInfo::name)
                .filter(name -> !name.equals("Tables") && !name.equals("Row"))
                .map(name -> "/" + name)
                .collect(Collectors.toUnmodifiableList());
    }

    /** What has to be begun before; {@code EndUpdate} of a document needs no beginning, and has none. */
    private static Optional<String> begin(String action) {
        if (action.startsWith("Add") || action.endsWith("UploadProducts") && !action.startsWith("Begin")) {
            return Optional.of("BeginUploadProducts");
        }
        boolean ends = action.startsWith("End") || action.startsWith("Reset");
        return ends ? Optional.of(action.replaceFirst("^(End|Reset)", "Begin")) : Optional.empty();
    }

    private void act(String address, Action action) {
        String body = action.parameters().keySet().stream()
                .map(name -> "\"" + name + "\":" + PARAMETERS.get(name))
                .collect(Collectors.joining(",", "{", "}"));
        Verb verb = action.binding().collection()
                ? Verb.UPLOAD
                : action.name().equals("EndUpdate") ? Verb.END_UPDATE : Verb.BLOCK;
        SetKind kind =
                EntitySet.named(address.substring(1).replaceFirst("\\(.*", "")).kind();
        boolean served = capabilities.missing(verb, kind).isEmpty();
        require(
                address + "/" + action.name(),
                api.post(address + "/Default." + action.name(), body),
                served,
                Set.of(204));
    }
}
