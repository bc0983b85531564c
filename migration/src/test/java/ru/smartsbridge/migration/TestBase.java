package ru.smartsbridge.migration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.side.TransportSide;
import ru.smartsbridge.sandbox.SandboxProvider;

/** A base in memory with the content of the sandbox's demo base, in which anything can be changed. */
public final class TestBase implements Side {
    private static final List<String> DOCUMENT =
            List.of("declaredItems", "currentItems", "combinedItems", "tables/rows");
    private static final Demo DEMO = Demo.read();

    /** What the demo base holds; read once. */
    private record Demo(Schema schema, Properties baseInfo, Map<String, List<Properties>> sets) {
        static Demo read() {
            SandboxProvider provider =
                    new SandboxProvider(Clock.fixed(Instant.parse("2025-06-16T10:00:00Z"), ZoneOffset.UTC));
            BaseSettings settings = new BaseSettings(
                    "demo", ZoneOffset.UTC, Path.of("target"), Map.of("store", "memory", "products", 40L));
            try (Transport transport = provider.open(settings)) {
                Side side = new TransportSide("demo", "memory", transport, ZoneOffset.UTC, Fidelity.EXACT);
                Map<String, List<Properties>> sets = new LinkedHashMap<>();
                for (String set : side.schema().edmx().sets().keySet()) {
                    if (!side.schema().edmx().set(set).orElseThrow().singleton()
                            && (set.contains("/")
                                    || !List.of("Docs", "Tables", "Row", "DocumentItem")
                                            .contains(set))) {
                        sets.put(set, all(side, set));
                    }
                }
                return new Demo(side.schema(), side.baseInfo(), sets);
            }
        }

        private static List<Properties> all(Side side, String set) {
            List<String> expand = set.startsWith("Docs/")
                    ? DOCUMENT
                    : switch (set) {
                        case "DocTypes" -> List.of("fields", "columns", "tables/fields");
                        case "TablesInfo", "ProductSchema" -> List.of("fields");
                        default -> List.of();
                    };
            if (set.equals("ProductSchema")) {
                return List.of(side.one(set, "", expand).orElseThrow());
            }
            List<Properties> entities = new ArrayList<>();
            try (Rows<Properties> rows = side.rows(set, expand, false)) {
                rows.forEachRemaining(entities::add);
            }
            return entities;
        }
    }

    private final String name;
    private final Map<String, List<Properties>> sets = new LinkedHashMap<>();
    private Properties baseInfo = DEMO.baseInfo();
    private Schema schema = DEMO.schema();
    private ZoneId zone = ZoneOffset.UTC;
    private Fidelity fidelity = Fidelity.EXACT;

    private TestBase(String name) {
        this.name = name;
        DEMO.sets().forEach((set, entities) -> sets.put(set, new ArrayList<>(entities)));
        put("UserGroups", 0, "documentTypeNames", Value.items(List.of(Value.text("Отгрузка"), Value.text("Возврат"))));
        sets.put(
                "Tables/Rezerv",
                new ArrayList<>(List.of(
                        reserve("u1", "00000001", "D-1", "2.5"),
                        reserve("u2", "00000002", "D-1", "7"),
                        reserve("u3", "00000001", "D-2", "1"))));
    }

    private static Properties reserve(String uid, String product, String document, String quantity) {
        return Properties.builder()
                .put("uid", uid)
                .put("index", 0)
                .put("idTovara", product)
                .put("idDokumenta", document)
                .put("kolichestvo", new BigDecimal(quantity))
                .build();
    }

    /** The demo base, with rows in a table that names no key. */
    public static TestBase named(String name) {
        return new TestBase(name);
    }

    /** The entities of a set, to be changed. */
    public List<Properties> set(String set) {
        return sets.get(set);
    }

    /** Takes a set away, which the schema goes on to name. */
    public void drop(String set) {
        sets.remove(set);
    }

    /** With dates without an offset in this zone. */
    public TestBase in(ZoneId other) {
        zone = other;
        return this;
    }

    /** Behind a way that does not carry everything. */
    public TestBase behind(Fidelity other) {
        fidelity = other;
        return this;
    }

    /** With another schema. */
    public TestBase with(Schema other) {
        schema = other;
        return this;
    }

    /** Changes {@code BaseInfo}. */
    public void baseInfo(UnaryOperator<Properties> change) {
        baseInfo = change.apply(baseInfo);
    }

    /** Changes a value of one entity: names and places with dots, such as {@code declaredItems.0.cena}. */
    public TestBase change(String set, int entity, String path, UnaryOperator<Value> change) {
        sets.get(set).set(entity, (Properties) changed(sets.get(set).get(entity), path, change));
        return this;
    }

    /** Gives one entity another value. */
    public TestBase put(String set, int entity, String path, Value value) {
        return change(set, entity, path, old -> value);
    }

    /** Takes a property of one entity away. */
    public TestBase remove(String set, int entity, String path) {
        return put(set, entity, path, null);
    }

    private static Value changed(Value value, String path, UnaryOperator<Value> change) {
        if (path.isEmpty()) {
            return change.apply(value);
        }
        String[] steps = path.split("\\.", 2);
        String rest = steps.length > 1 ? steps[1] : "";
        if (value instanceof Value.Items items) {
            List<Value> values = new ArrayList<>(items.values());
            int index = Integer.parseInt(steps[0]);
            Value result = changed(values.get(index), rest, change);
            if (result == null) {
                values.remove(index);
            } else {
                values.set(index, result);
            }
            return Value.items(values);
        }
        Properties object = (Properties) value;
        Value result = changed(object.get(steps[0]).orElse(null), rest, change);
        return result == null ? object.without(steps[0]) : object.with(steps[0], result);
    }

    /** The same items in reverse order. */
    public static Value reversed(Value items) {
        List<Value> values = new ArrayList<>(((Value.Items) items).values());
        Collections.reverse(values);
        return Value.items(values);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "memory";
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Fidelity fidelity() {
        return fidelity;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Properties baseInfo() {
        return baseInfo;
    }

    @Override
    public Rows<Properties> rows(String set, List<String> expand, boolean counted) {
        List<Properties> entities =
                Optional.ofNullable(sets.get(set)).orElseThrow(() -> ApiTexts.notFound("set.unknown", set));
        return Rows.of(List.copyOf(entities), counted ? OptionalLong.of(entities.size()) : OptionalLong.empty());
    }

    @Override
    public Optional<Properties> one(String set, String key, List<String> expand) {
        if (set.equals("ProductSchema")) {
            return sets.get(set).stream().findFirst();
        }
        String property = schema.edmx()
                .set(set)
                .map(info -> schema.edmx().typeOf(info).key().get(0))
                .orElse("id");
        return sets.get(set).stream()
                .filter(entity -> entity.get(property).equals(Optional.of(Value.text(key))))
                .findFirst();
    }

    @Override
    public Properties create(String set, Properties entity) {
        sets.get(set).add(entity);
        return entity;
    }

    @Override
    public boolean removes(String set) {
        return set.startsWith("Docs/");
    }

    @Override
    public void delete(String set, String key) {
        sets.get(set).removeIf(entity -> entity.get("id").equals(Optional.of(Value.text(key))));
    }

    @Override
    public void merge(String set, List<Properties> entities) {
        sets.get(set).addAll(entities);
    }
}
