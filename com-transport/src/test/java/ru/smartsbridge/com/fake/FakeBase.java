package ru.smartsbridge.com.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;

/**
 * A base in memory behind connectors with the component's manners [run]: products and cells that are uploaded are hidden
 * until End, rows shown at once, an id that comes twice cancels, a known key is replaced. It counts crossings and the
 * objects that nobody closed, and loses or refuses what a test says.
 */
public final class FakeBase {
    public final Map<String, Properties> products = new LinkedHashMap<>();
    public final Map<String, List<Properties>> tables = new HashMap<>();
    public final Map<String, Map<String, Properties>> cells = new HashMap<>();
    public final Map<String, String> keyFields = new HashMap<>();
    public final Map<String, Integer> calls = new LinkedHashMap<>();
    public final List<Integer> batches = new ArrayList<>();

    public final List<Properties> users = new ArrayList<>();
    public final List<Properties> userGroups = new ArrayList<>();
    public final List<Properties> devices = new ArrayList<>();
    public final FakeDocuments documents = new FakeDocuments(this);

    /** How ToXmlFile writes: lines of JSON, where a test says nothing else. */
    public Writing writing = (entities, file) -> Files.writeString(file, JsonMapping.lines(entities));

    /** Is shown each file that is read, before anything of it is. */
    public Consumer<InputStream> reading = file -> {};

    /** Runs when a file that was read is closed. */
    public Runnable closing = () -> {};

    /** Whether ToXml answers nothing. */
    public boolean givesNoXml;

    /** Whose field names can stand in XML. */
    public Predicate<FieldOwner> standsInXml = owner -> true;

    /** What FromXml makes of an entity. */
    public UnaryOperator<Properties> madeOf = UnaryOperator.identity();

    /** What FromXml leaves out. */
    public Predicate<Properties> lostInXml = entity -> false;
    /** What an End leaves out. */
    public Predicate<Properties> lostAtEnd = entity -> false;

    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Runnable> hooks = new HashMap<>();
    private final Set<FakeObject> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private Map<String, Properties> staged;
    private boolean overwriting;
    private final Map<String, Map<Value, Integer>> placesByKey = new HashMap<>();
    private final Map<String, Set<Value>> uids = new HashMap<>();
    private String begunTable;
    private boolean updatedByUid;
    private String begunWarehouse;
    private Map<String, Properties> stagedCells;

    /** Has the nth call of a member from now on fail. */
    public void fail(String member, int nth) {
        failures.put(member, calls.getOrDefault(member, 0) + nth);
    }

    /** Runs something whenever a member is called. */
    public void on(String member, Runnable hook) {
        hooks.put(member, hook);
    }

    public int crossings() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isNothingBegun() {
        return staged == null && begunTable == null && stagedCells == null;
    }

    void crossed(String member) {
        int count = calls.merge(member, 1, Integer::sum);
        hooks.getOrDefault(member, () -> {}).run();
        if (failures.getOrDefault(member, 0) == count) {
            throw thrown(member);
        }
    }

    /** What the component answers where it threw. */
    public static ComFailure thrown(String member) {
        return new ComFailure(member, ScriptedObject.THROWN, null, null);
    }

    /** A connector; the products that it shows are those from when it was made. */
    AutomationObject connector() {
        int count = products.size();
        FakeObject connector = new FakeObject(this, List.of(), documents.methods());
        read().forEach(connector::on);
        uploaded(count).forEach(connector::on);
        return connector;
    }

    private Map<String, Method> read() {
        return Map.of(
                "GetProducts", arguments -> object(List.copyOf(products.values())),
                "GetProductByIndex", arguments -> productAt((Integer) arguments[0]),
                "GetUsers", arguments -> object(users),
                "GetUserGroups", arguments -> object(userGroups),
                "GetDevices", arguments -> object(devices),
                "ToXml", arguments -> givesNoXml ? null : JsonMapping.xml((FakeObject) arguments[0]));
    }

    private FakeObject productAt(int index) {
        List<Properties> all = List.copyOf(products.values());
        return index >= all.size() ? null : object(List.of(all.get(index)));
    }

    private Map<String, Method> uploaded(int count) {
        return Map.ofEntries(
                Map.entry("FromXml", arguments -> fromXml((String) arguments[0])),
                Map.entry("ToXmlFile", arguments -> toFile((FakeObject) arguments[0], (String) arguments[1])),
                Map.entry("BeginUploadProducts", arguments -> beginProducts((Boolean) arguments[1])),
                Map.entry("UploadProducts", arguments -> uploadProducts((FakeObject) arguments[0])),
                Map.entry("EndUploadProducts", arguments -> endProducts()),
                Map.entry("ResetUploadProducts", arguments -> staged = null),
                Map.entry("GetProductsCount", arguments -> count),
                Map.entry("GetProductById", arguments -> found((String) arguments[0])),
                Map.entry("GetTableAccessor", arguments -> table((String) arguments[0])),
                Map.entry("BeginUploadCells", arguments -> beginCells((String) arguments[0], (Boolean) arguments[1])),
                Map.entry("UploadCells", arguments -> uploadCells((FakeObject) arguments[0])),
                Map.entry("EndUploadCells", arguments -> endCells()),
                Map.entry("ResetUploadCells", arguments -> stagedCells = null),
                Map.entry("GetCellsAccesor", arguments -> accessor((String) arguments[0])));
    }

    /** Puts entities into a file. */
    public interface Writing {
        void write(List<Properties> entities, Path file) throws IOException;
    }

    /** A method of the component. */
    interface Method {
        Object of(Object... arguments);
    }

    FakeObject object(List<Properties> entities) {
        return new FakeObject(this, entities, Map.of());
    }

    void opened(FakeObject object) {
        open.add(object);
    }

    void closed(FakeObject object) {
        open.remove(object);
    }

    /** How many of its objects nobody has let go of; a connector is one. */
    public int open() {
        return open.size();
    }

    private Object toFile(FakeObject object, String file) {
        try {
            writing.write(object.entities, Path.of(file));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeObject fromXml(String xml) {
        List<Properties> made = JsonMapping.entities(xml).stream().map(madeOf).toList();
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
        return object(made.subList(0, end));
    }

    private Object beginProducts(boolean overwrite) {
        staged = new LinkedHashMap<>();
        overwriting = overwrite;
        return null;
    }

    private Object uploadProducts(FakeObject collection) {
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

    private FakeObject found(String id) {
        return products.containsKey(id) ? object(List.of(products.get(id))) : null;
    }

    private FakeObject table(String name) {
        return new FakeObject(
                this,
                tables.computeIfAbsent(name, unknown -> new ArrayList<>()),
                Map.of(
                        "BeginUpload", arguments -> beginTable(name, (Boolean) arguments[0]),
                        "Upload", arguments -> uploadRows(name, (FakeObject) arguments[0]),
                        "EndUpload", arguments -> endTable(name),
                        // ends nothing [run]
                        "ResetUpload", arguments -> null));
    }

    private Object beginTable(String name, boolean overwrite) {
        if (begunTable != null) {
            throw thrown("BeginUpload");
        }
        begunTable = name;
        updatedByUid = false;
        if (overwrite) {
            tables.get(name).clear();
            placesByKey.remove(name);
            uids.remove(name);
        }
        return null;
    }

    private Object uploadRows(String name, FakeObject rows) {
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
        if (place != null && !keyFields.containsKey(name)) {
            // without key fields the second known row of an upload is lost without an error [run]
            if (!updatedByUid) {
                table.set(place, table.get(place).merged(row.without("uid")));
            }
            updatedByUid = true;
        } else if (place != null) {
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

    private Object uploadCells(FakeObject collection) {
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

    private FakeObject accessor(String warehouse) {
        return object(new ArrayList<>(cells.getOrDefault(warehouse, Map.of()).values()));
    }
}
