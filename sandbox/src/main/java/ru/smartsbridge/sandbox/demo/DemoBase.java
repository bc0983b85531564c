package ru.smartsbridge.sandbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Keys;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Store;
import ru.smartsbridge.sandbox.store.Stored;

/** Opens the demo base: the metadata and document types of a real server, everything else made of the seed. */
public final class DemoBase {
    /** The base's id, a GUID as real ones have. */
    static final String ID = "5c15a15e-0015-4d15-9a15-5e1f15ba5e15";

    private final Base base;
    private final long products;
    private final Goods goods;
    private final DemoCalendar calendar;
    private final Premises premises;
    private final long seed;

    private DemoBase(Base base, long seed, long products) {
        this.base = base;
        this.products = products;
        this.seed = seed;
        this.goods = new Goods(seed);
        this.calendar = new DemoCalendar(base.zone());
        this.premises = new Premises(seed, calendar);
    }

    /**
     * The base of that seed, the same byte for byte each time.
     *
     * @param products how many products it has
     */
    public static Base open(
            long seed, long products, Function<Function<String, Keys>, Store> store, Clock clock, ZoneId zone) {
        Base base = new Base(StandardMetadata.recorded(), store, clock, zone);
        try {
            new DemoBase(base, seed, products).fill();
            return base;
        } catch (RuntimeException | Error e) {
            base.close();
            throw e;
        }
    }

    private void fill() {
        List<Properties> types =
                documentTypes().stream().map(DemoSchema::documentType).toList();
        load("DocTypes", types);
        load("TablesInfo", DemoSchema.tablesInfo());
        load("ProductSchema", List.of(DemoSchema.productSchema()));
        base.declare();
        load("UserGroups", premises.userGroups());
        load("Users", premises.users());
        load("Warehouses", premises.warehouses());
        load("Devices", premises.devices());
        load("Licenses", premises.licenses());
        load("Messages", premises.messages());
        load("Operations", premises.operations());
        load("CustomSettings", premises.customSettings());
        load("BaseInfo", List.of(DemoInfo.baseInfo()));
        load("ExtendedFields", List.of(DemoInfo.extendedFields()));
        base.store().write(writing -> {
            Shelf cells = writing.shelf(Place.CELLS);
            premises.cells().forEach(cell -> cells.append(new Stored(cell.text("warehouseId"), cell)));
            Shelf shelf = writing.shelf("Products");
            for (long number = 0; number < products; number++) {
                shelf.append(Stored.of(goods.product(number)));
            }
            return null;
        });
        fillTables();
        fillDocuments(types);
    }

    private void fillTables() {
        DemoTables tables = new DemoTables(seed, goods, products, calendar, premises);
        base.edmx().sets().keySet().stream()
                .filter(name -> name.startsWith(Place.TABLES))
                .forEach(name -> load(name, tables.rows(name.substring(Place.TABLES.length()))));
    }

    private void fillDocuments(List<Properties> types) {
        Map<String, String> names = new LinkedHashMap<>();
        types.forEach(type -> names.put(type.text("uni"), type.text("name")));
        DemoLines lines = new DemoLines(seed, goods, products, calendar);
        List<Stored> documents = new DemoDocuments(seed, lines, calendar, names).all();
        base.store().write(writing -> {
            documents.forEach(writing.shelf(Place.DOCS)::append);
            return null;
        });
    }

    private void load(String shelf, List<Properties> entities) {
        base.store().write(writing -> {
            entities.forEach(entity -> writing.shelf(shelf).append(Stored.of(entity)));
            return null;
        });
    }

    private static List<Properties> documentTypes() {
        try (InputStream recorded = open("doctypes.json")) {
            Value answer = Json.parse(recorded);
            return ((Properties) answer).objects("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream resource = open(name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream resource = DemoBase.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException("the program's own file " + name + " is missing");
        }
        return resource;
    }
}
