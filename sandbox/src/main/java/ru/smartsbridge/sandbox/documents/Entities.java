package ru.smartsbridge.sandbox.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Stored;
import ru.smartsbridge.sandbox.store.Writing;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/** Writes entities of every set but documents. Thread-safe. */
public final class Entities {
    /** Sets that are filled between Begin and End only [guess: a POST outside an upload is refused]. */
    private static final Set<SetKind> UPLOADED = Set.of(SetKind.PRODUCTS, SetKind.TABLES, SetKind.CELLS, SetKind.ROW);

    private static final Set<SetKind> DECLARING =
            Set.of(SetKind.DOC_TYPES, SetKind.TABLES_INFO, SetKind.PRODUCT_SCHEMA);

    private final Base base;

    public Entities(Base base) {
        this.base = base;
    }

    /** Creates an entity, or puts it in the place of the one with that key. */
    public Written<Properties> create(Place place, Properties sent) {
        if (UPLOADED.contains(place.kind())) {
            throw ApiTexts.conflict("create.notBegun", place.info().name());
        }
        refuseLines(place);
        Optional<String> keyName = place.keyName();
        if (keyName.isPresent() && place.kind() != SetKind.PRODUCT_SCHEMA) {
            Base.keyText(sent, keyName.get())
                    .filter(key -> !key.isEmpty())
                    .orElseThrow(
                            () -> ApiTexts.invalid("entity.noKey", place.info().name(), keyName.get())
                                    .at(keyName.get()));
        }
        Stored stored = Stored.of(Defaults.complete(base.edmx(), place.type(), sent, base.now()));
        boolean created =
                base.store().write(writing -> writing.shelf(place.shelf()).put(stored));
        written(place, stored);
        return new Written<>(stored.entity(), created);
    }

    /** Changes what is named. */
    public void update(Place place, String key, Properties changes) {
        place.keyName().ifPresent(name -> requireKey(name, key, changes));
        change(place, key, there -> Defaults.withScalars(there, changes.asMap()));
    }

    /** Puts another entity in the place of one. */
    public void replace(Place place, String key, Properties sent) {
        place.keyName().ifPresent(name -> requireKey(name, key, sent));
        change(place, key, there -> {
            Map<String, Value> whole = new LinkedHashMap<>();
            place.keyName()
                    .filter(name -> !sent.has(name))
                    .ifPresent(name -> whole.put(name, there.get(name).orElse(Value.text(key))));
            whole.putAll(sent.asMap());
            return Defaults.complete(base.edmx(), place.type(), Properties.of(whole), base.now());
        });
    }

    /** Takes an entity away. */
    public void delete(Place place, String key) {
        refuseLines(place);
        base.store().write(writing -> {
            Shelf shelf = shelf(writing, place, key);
            shelf.remove(position(shelf, place, key));
            return null;
        });
        declare(place);
    }

    private void change(Place place, String key, UnaryOperator<Properties> change) {
        refuseLines(place);
        Stored stored = base.store().write(writing -> {
            Shelf shelf = shelf(writing, place, key);
            long position = position(shelf, place, key);
            Stored there = shelf.at(position);
            Stored changed = there.with(change.apply(there.entity()));
            shelf.replace(position, changed);
            return changed;
        });
        written(place, stored);
    }

    private void written(Place place, Stored stored) {
        base.saw(place, stored);
        declare(place);
    }

    private void declare(Place place) {
        if (DECLARING.contains(place.kind())) {
            base.declare();
        }
    }

    /** Rows of all tables are found in their own table; a set of gathered rows must not come to be by being asked. */
    private Shelf shelf(Writing writing, Place place, String key) {
        if (place.kind() == SetKind.ROW
                || place.kind() == SetKind.TABLES && place.uni().isEmpty()) {
            return base.edmx().sets().keySet().stream()
                    .filter(name -> name.startsWith(Place.TABLES) || name.equals(place.shelf()))
                    .filter(writing::has)
                    .map(writing::shelf)
                    .filter(table -> table.position(key).isPresent())
                    .findFirst()
                    .orElseThrow(() ->
                            ApiTexts.notFound("entity.unknown", place.info().name(), key));
        }
        return writing.shelf(place.shelf());
    }

    private static long position(Shelf shelf, Place place, String key) {
        Optional<Long> position = place.kind() == SetKind.CELLS
                ? shelf.firstPosition(Base.cellKey(key, ""))
                : shelf.position(place.shelfKey(key));
        return position.orElseThrow(() -> place.missing(key));
    }

    private static void refuseLines(Place place) {
        if (place.kind() == SetKind.DOCUMENT_ITEM) {
            throw SandboxTexts.conflict("lines.withDocument");
        }
    }

    /** A key in the body may be there, and must then be the entity's. */
    static void requireKey(String name, String key, Properties sent) {
        if (sent.has(name) && Base.keyText(sent, name).filter(key::equals).isEmpty()) {
            throw ApiTexts.invalid("key.other", name, key).at(name);
        }
    }
}
