package ru.smartsbridge.com.standin;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.com.ComProvider;
import ru.smartsbridge.com.jacob.OnApartment;

/**
 * A base of the stand-in behind the whole transport, as a configuration would have it opened in this process.
 *
 * <p>{@code BASE_ID} is the base and {@code COMPONENT_LOGS} the folder of the component's log.
 */
final class BridgedBase implements AutoCloseable {
    static final Call CALL = new Call("lab", Caller.BRIDGE);
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Transport transport;

    private BridgedBase(Transport transport) {
        this.transport = transport;
    }

    /** What a configuration would say of it. */
    static Map<String, Object> settings() {
        Map<String, Object> com = new LinkedHashMap<>();
        com.put("connection", System.getenv("BASE_ID"));
        com.put("isolation", "none");
        com.put("log", logs());
        return com;
    }

    /** The folder of the component's log. */
    static Path logs() {
        return Path.of(System.getenv("COMPONENT_LOGS"));
    }

    static BridgedBase open(Path state) {
        return open(state, Map.of());
    }

    /** Opened with some keys set besides the usual, or in their place. */
    static BridgedBase open(Path state, Map<String, Object> more) {
        Map<String, Object> com = settings();
        com.putAll(more);
        OnApartment.library(); // not from the state folder, which a test wants to remove
        return new BridgedBase(new ComProvider().open(new BaseSettings("lab", MOSCOW, state, com)));
    }

    Transport transport() {
        return transport;
    }

    /** Asks who the base is, so that nothing measured afterwards pays for the way to it. */
    BridgedBase connected() {
        transport.baseInfo(CALL);
        transport.schema(CALL);
        return this;
    }

    <T extends Entity> List<T> list(EntitySet<T> set) {
        List<T> all = new ArrayList<>();
        try (Rows<T> rows = transport.list(set, Query.ALL, CALL)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    <T extends Entity> Optional<T> find(EntitySet<T> set, String key, String... expanded) {
        return transport.find(set, key, Query.ALL.withExpand(expanded), CALL);
    }

    /** How many a set has, read to its end and not kept. */
    long count(EntitySet<?> set) {
        long count = 0;
        try (Rows<?> rows = transport.list(set, Query.ALL, CALL)) {
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** A whole upload. */
    <T> void upload(UploadPlan<T> plan, Iterator<T> entities) {
        Upload<T> upload = transport.begin(plan, CALL);
        upload.add(entities, CALL);
        upload.end(CALL);
    }

    @Override
    public void close() {
        transport.close();
    }
}
