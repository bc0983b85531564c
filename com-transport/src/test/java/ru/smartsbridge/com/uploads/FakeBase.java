package ru.smartsbridge.com.uploads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.ScriptedObject;

/**
 * A base in memory behind connectors with the component's manners in uploads [run]: products and cells hidden until
 * End, rows shown at once, an id that comes twice cancels, a known key is replaced. It counts crossings, and loses or
 * refuses what a test says.
 */
final class FakeBase {
    final Map<String, Properties> products = new LinkedHashMap<>();
    final Map<String, List<Properties>> tables = new HashMap<>();
    final Map<String, Map<String, Properties>> cells = new HashMap<>();
    final Map<String, String> keyFields = new HashMap<>();
    final Map<String, Integer> calls = new LinkedHashMap<>();
    final List<Integer> batches = new ArrayList<>();

    /** What FromXml leaves out. */
    Predicate<Properties> lostInXml = entity -> false;
    /** What an End leaves out. */
    Predicate<Properties> lostAtEnd = entity -> false;

    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Runnable> hooks = new HashMap<>();
    private Map<String, Properties> staged;
    private boolean overwriting;
    private final Map<String, Map<Value, Integer>> placesByKey = new HashMap<>();
    private final Map<String, Set<Value>> uids = new HashMap<>();
    private String begunTable;
    private String begunWarehouse;
    private Map<String, Properties> stagedCells;

    /** Has the nth call of a member from now on fail. */
    void fail(String member, int nth) {
        failures.put(member, calls.getOrDefault(member, 0) + nth);
    }

    /** Runs something whenever a member is called. */
    void on(String member, Runnable hook) {
        hooks.put(member, hook);
    }

    int crossings() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isNothingBegun() {
        return staged == null && begunTable == null && stagedCells == null;
    }

    private void crossed(String member) {
        int count = calls.merge(member, 1, Integer::sum);
        hooks.getOrDefault(member, () -> {}).run();
        if (failures.getOrDefault(member, 0) == count) {
            throw thrown(member);
        }
    }

    private static ComFailure thrown(String member) {
        return new ComFailure(member, ScriptedObject.THROWN, null, null);
    }

    /** A connector; the products that it shows are those from when it was made. */
    AutomationObject connector() {
        int count = products.size();
        return object(Map.ofEntries(
                Map.entry("FromXml", arguments -> fromXml((String) arguments[0])),
                Map.entry("ToXmlFile", arguments -> JsonMapping.toFile((Contents) arguments[0], (String) arguments[1])),
                Map.entry("BeginUploadProducts", arguments -> beginProducts((Boolean) arguments[1])),
                Map.entry("UploadProducts", arguments -> uploadProducts((Contents) arguments[0])),
                Map.entry("EndUploadProducts", arguments -> endProducts()),
                Map.entry("ResetUploadProducts", arguments -> staged = null),
                Map.entry("GetProductsCount", arguments -> count),
                Map.entry("GetProductById", arguments -> found((String) arguments[0])),
                Map.entry("GetTableAccessor", arguments -> table((String) arguments[0])),
                Map.entry("BeginUploadCells", arguments -> beginCells((String) arguments[0], (Boolean) arguments[1])),
                Map.entry("UploadCells", arguments -> uploadCells((Contents) arguments[0])),
                Map.entry("EndUploadCells", arguments -> endCells()),
                Map.entry("ResetUploadCells", arguments -> stagedCells = null),
                Map.entry("GetCellsAccesor", arguments -> accessor((String) arguments[0]))));
    }

    /** A method of the component. */
    interface Method {
        Object of(Object... arguments);
    }

    private Contents object(Map<String, Method> methods) {
        return new Contents(List.of(), methods);
    }

    /** An object of the component with the entities in it. */
    final class Contents implements AutomationObject {
        final List<Properties> entities;
        private final Map<String, Method> methods;

        Contents(List<Properties> entities, Map<String, Method> methods) {
            this.entities = entities;
            this.methods = methods;
        }

        @Override
        public Object get(Member member) {
            return call(member);
        }

        @Override
        public void put(Member member, Object value) {
            throw thrown(member.name());
        }

        @Override
        public Object call(Member member, Object... arguments) {
            crossed(member.name());
            if (member.name().equals("Count")) {
                return entities.size();
            }
            Method method = methods.get(member.name());
            if (method == null) {
                throw thrown(member.name());
            }
            return method.of(arguments);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private Contents fromXml(String xml) {
        List<Properties> made = JsonMapping.entities(xml);
        // what a collection refuses takes all after it along [run]
        int end = 0;
        Set<String> barcodes = new HashSet<>();
        for (Properties entity : made) {
            if (lostInXml.test(entity)) {
                break;
            }
            if (entity.has("barcode") && !barcodes.add(entity.text("barcode"))) {
                throw thrown("FromXml");
            }
            end++;
        }
        batches.add(made.size());
        return new Contents(made.subList(0, end), Map.of());
    }

    private Object beginProducts(boolean overwrite) {
        staged = new LinkedHashMap<>();
        overwriting = overwrite;
        return null;
    }

    private Object uploadProducts(Contents collection) {
        for (Properties product : collection.entities) {
            if (staged != null && staged.put(product.text("id"), product) != null) {
                staged = null;
                throw thrown("UploadProducts");
            }
        }
        return null;
    }

    private Object endProducts() {
        if (staged == null) {
            throw thrown("EndUploadProducts");
        }
        if (overwriting) {
            products.clear();
        }
        staged.values().stream()
                .filter(lostAtEnd.negate())
                .forEach(product -> products.put(product.text("id"), product));
        staged = null;
        return null;
    }

    private Contents found(String id) {
        return products.containsKey(id) ? new Contents(List.of(products.get(id)), Map.of()) : null;
    }

    private Contents table(String name) {
        return new Contents(
                tables.computeIfAbsent(name, unknown -> new ArrayList<>()),
                Map.of(
                        "BeginUpload", arguments -> beginTable(name, (Boolean) arguments[0]),
                        "Upload", arguments -> uploadRows(name, (Contents) arguments[0]),
                        "EndUpload", arguments -> endTable(name),
                        // ends nothing [run]
                        "ResetUpload", arguments -> null));
    }

    private Object beginTable(String name, boolean overwrite) {
        if (begunTable != null) {
            throw thrown("BeginUpload");
        }
        begunTable = name;
        if (overwrite) {
            tables.get(name).clear();
            placesByKey.remove(name);
            uids.remove(name);
        }
        return null;
    }

    private Object uploadRows(String name, Contents rows) {
        if (!name.equals(begunTable)) {
            throw thrown("Upload");
        }
        rows.entities.stream().filter(lostAtEnd.negate()).forEach(row -> put(name, row));
        return null;
    }

    private void put(String name, Properties row) {
        List<Properties> table = tables.get(name);
        Map<Value, Integer> places = placesByKey.computeIfAbsent(name, unknown -> new HashMap<>());
        Set<Value> known = uids.computeIfAbsent(name, unknown -> new HashSet<>());
        Value key = row.get(keyFields.getOrDefault(name, "uid")).orElseThrow();
        Integer place = places.get(key);
        Value uid = row.get("uid").orElseGet(() -> Value.text(UUID.randomUUID().toString()));
        if (place != null) {
            // its uid stays, and so do fields that are not sent [run]
            table.set(place, table.get(place).merged(row.without("uid")));
        } else if (known.add(uid)) {
            places.put(key, table.size());
            table.add(row.with("uid", uid));
        }
    }

    private Object endTable(String name) {
        if (!name.equals(begunTable)) {
            throw thrown("EndUpload");
        }
        begunTable = null;
        return null;
    }

    private Object beginCells(String warehouse, boolean overwrite) {
        if (stagedCells != null) {
            throw thrown("BeginUploadCells");
        }
        begunWarehouse = warehouse;
        stagedCells = overwrite ? new LinkedHashMap<>() : new LinkedHashMap<>(cells.getOrDefault(warehouse, Map.of()));
        return null;
    }

    private Object uploadCells(Contents collection) {
        for (Properties cell : collection.entities) {
            if (cell.text("barcode") == null) {
                throw thrown("UploadCells");
            }
            if (!lostAtEnd.test(cell)) {
                stagedCells.put(cell.text("barcode"), cell);
            }
        }
        return null;
    }

    private Object endCells() {
        cells.put(begunWarehouse, stagedCells);
        stagedCells = null;
        return null;
    }

    private Contents accessor(String warehouse) {
        return new Contents(
                new ArrayList<>(cells.getOrDefault(warehouse, Map.of()).values()), Map.of());
    }
}
