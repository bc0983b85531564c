package ru.smartsbridge.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;

/** Opens sandboxes for tests, and reads them. */
final class Sandboxes {
    static final Call CALL = new Call("test", Caller.BRIDGE);
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private Sandboxes() {}

    static Transport demo(Path state) {
        return open(state, Map.of());
    }

    static Transport recording(Path data, Path state) {
        return open(state, Map.of("data", data));
    }

    static Transport open(Path state, Map<String, Object> values) {
        return open(state, values, Clock.systemUTC());
    }

    static Transport open(Path state, Map<String, Object> values, Clock clock) {
        return new SandboxProvider(clock).open(new BaseSettings("main", MOSCOW, state, new HashMap<>(values)));
    }

    static List<Properties> all(Transport base, EntitySet<? extends Entity> set, Query query) {
        List<Properties> entities = new ArrayList<>();
        try (Rows<? extends Entity> rows = base.list(set, query, CALL)) {
            rows.forEachRemaining(entity -> entities.add(entity.properties()));
        }
        return entities;
    }

    static List<Properties> all(Transport base, EntitySet<? extends Entity> set) {
        return all(base, set, Query.ALL);
    }

    static List<Properties> all(Rows<? extends Entity> rows) {
        List<Properties> entities = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(entity -> entities.add(entity.properties()));
        }
        return entities;
    }
}
