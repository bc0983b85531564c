package ru.smartsbridge.sandbox.base;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.schema.BaseSchema;
import ru.smartsbridge.sandbox.schema.Sightings;
import ru.smartsbridge.sandbox.store.Keys;
import ru.smartsbridge.sandbox.store.Snapshot;
import ru.smartsbridge.sandbox.store.Store;
import ru.smartsbridge.sandbox.store.Stored;

/** An open base. Thread-safe; owns its store. */
public final class Base implements AutoCloseable {
    /** As the server writes moments: up to seven digits of a second, its own offset [rec]. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter();

    private final Store store;
    private final BaseSchema schema;
    private final BaseKeys keys;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * An empty base.
     *
     * @param opening opens the store, given the keys of each set
     * @param zone of dates without an offset
     */
    public Base(Edmx edmx, Function<Function<String, Keys>, Store> opening, Clock clock, ZoneId zone) {
        this.keys = new BaseKeys(edmx);
        this.schema = new BaseSchema(edmx);
        this.store = opening.apply(keys::of);
        this.clock = clock;
        this.zone = zone;
    }

    public Store store() {
        return store;
    }

    public BaseSchema schema() {
        return schema;
    }

    public Edmx edmx() {
        return schema.edmx();
    }

    public Clock clock() {
        return clock;
    }

    public ZoneId zone() {
        return zone;
    }

    /** This moment, as the base writes it. */
    public String now() {
        return moment(OffsetDateTime.now(clock.withZone(zone)));
    }

    /** A moment, as the base writes it. */
    public static String moment(OffsetDateTime moment) {
        return MOMENT.format(moment);
    }

    /**
     * Where a set lies.
     *
     * @throws BridgeException {@code NOT_FOUND} for a set that the metadata does not have
     */
    public Place place(EntitySet<?> set) {
        SetInfo info = edmx().set(set.name())
                .orElseThrow(() -> unknownSet(set.name(), edmx().sets().keySet()));
        EntitySet<?> exact = EntitySet.named(info.name());
        String shelf = exact.kind() == SetKind.DOCS ? Place.DOCS : info.name();
        return new Place(info, edmx().typeOf(info), exact.kind(), shelf, exact.uni());
    }

    private static BridgeException unknownSet(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> ApiTexts.notFound("set.unknown.nearest", name, nearest))
                .orElseGet(() -> ApiTexts.notFound("set.unknown", name));
    }

    /** The keys of a shelf. */
    public Keys keys(String shelf) {
        return keys.of(shelf);
    }

    /** The key that a row of a table has by the table's key fields, where it has any. */
    public Optional<String> keyByFields(String tableUni, Properties row) {
        return keys.byFields(tableUni, row);
    }

    /** The key of a cell in its shelf. */
    public static String cellKey(String id, String warehouse) {
        return BaseKeys.cellKey(id, warehouse);
    }

    /** The key of a document in its shelf, where other types may have one of the same id. */
    public static String documentKey(String id, String uni) {
        return BaseKeys.documentKey(id, uni);
    }

    /** The key that an entity has by its property of that name. */
    public static Optional<String> keyText(Properties entity, String name) {
        return BaseKeys.text(entity, name);
    }

    /** Takes over what the stored document types, tables and product schema declare. */
    public void declare() {
        try (Snapshot snapshot = store.snapshot()) {
            List<TableInfo> tables =
                    all(snapshot, "TablesInfo").stream().map(TableInfo::new).toList();
            keys.declare(tables);
            schema.declare(
                    all(snapshot, "DocTypes").stream().map(DocumentType::new).toList(),
                    tables,
                    all(snapshot, "ProductSchema").stream()
                            .map(ProductSchema::new)
                            .findFirst());
        }
    }

    /** Sets whose size is that of a configuration, not of the data. */
    private static List<Properties> all(Snapshot snapshot, String shelf) {
        List<Properties> entities = new ArrayList<>();
        snapshot.shelf(shelf).ifPresent(view -> {
            for (Iterator<Stored> stored = view.all(); stored.hasNext(); ) {
                entities.add(stored.next().entity());
            }
        });
        return entities;
    }

    /** Takes over the fields that a stored entity shows. */
    public void saw(Place place, Stored stored) {
        FieldOwner owner = place.fields(stored.tag());
        schema.add(new Sightings(edmx()).add(place.type(), owner, stored.entity()));
    }

    @Override
    public void close() {
        store.close();
    }
}
