package ru.smartsbridge.sandbox.uploads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.documents.Defaults;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Stored;

/** Rows of a table: known by uid, else by the fields that the table names as its key, else new. */
final class RowsDestination implements Destination<Row> {
    private final Base base;
    private final Place place;
    private final String uni;
    private final Mode mode;

    RowsDestination(Base base, Place place, Mode mode) {
        this.base = base;
        this.place = place;
        this.uni = place.uni().orElseThrow();
        this.mode = mode;
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Table(uni);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Stored accepted(Row row) {
        return Stored.of(row.properties());
    }

    @Override
    public void apply(Log log) {
        Merging.into(base, place.shelf(), mode, log.all(), this::put);
    }

    private void put(Shelf rows, Stored row) {
        Optional<String> uid = Base.keyText(row.entity(), "uid").filter(given -> !given.isEmpty());
        Optional<Long> known = uid.isPresent()
                ? rows.position(uid.get())
                : base.keyByFields(uni, row.entity()).flatMap(rows::position);
        if (known.isEmpty()) {
            Value ownUid = Value.text(uid.orElseGet(() -> UUID.randomUUID().toString()));
            rows.append(row.with(named(row.entity(), ownUid, Value.number(rows.size()))));
            return;
        }
        Properties before = rows.at(known.get()).entity();
        Value index = before.get("index").orElse(Value.number(known.get()));
        // a recorded row may have none
        Value ownUid =
                Base.keyText(before, "uid").filter(given -> !given.isEmpty()).isPresent()
                        ? before.get("uid").orElseThrow()
                        : Value.text(UUID.randomUUID().toString());
        rows.replace(known.get(), row.with(named(row.entity(), ownUid, index)));
    }

    private static Properties named(Properties row, Value uid, Value index) {
        Map<String, Value> own = new LinkedHashMap<>();
        if (!uid.equals(row.get("uid").orElse(Value.NULL))) {
            own.put("uid", uid);
        }
        if (!row.has("index")) {
            own.put("index", index);
        }
        return own.isEmpty() ? row : Defaults.withScalars(row, own);
    }
}
