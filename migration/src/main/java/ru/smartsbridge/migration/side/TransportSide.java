package ru.smartsbridge.migration.side;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

/** A {@link Side} on any transport. Thread-safe; the transport stays its opener's. */
public final class TransportSide implements Side {
    private final String name;
    private final String description;
    private final Transport transport;
    private final ZoneId zone;
    private final Fidelity fidelity;
    private final AtomicLong calls = new AtomicLong();

    /**
     * On an open transport.
     *
     * @param name of the base in the configuration
     * @param description what stands behind it; the same in each run
     * @param zone of its dates without an offset
     * @param fidelity what the way to it does not carry
     */
    public TransportSide(String name, String description, Transport transport, ZoneId zone, Fidelity fidelity) {
        this.name = name;
        this.description = description;
        this.transport = transport;
        this.zone = zone;
        this.fidelity = fidelity;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
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
        return transport.schema(call());
    }

    @Override
    public Properties baseInfo() {
        return transport.baseInfo(call()).properties();
    }

    @Override
    public Rows<Properties> rows(String set, List<String> expand, boolean counted) {
        Query query = query(expand);
        return rows(EntitySet.named(set), counted ? query.withCount() : query);
    }

    private <T extends Entity> Rows<Properties> rows(EntitySet<T> set, Query query) {
        return transport.list(set, query, call()).map(Entity::properties);
    }

    @Override
    public Optional<Properties> one(String set, String key, List<String> expand) {
        return transport.find(EntitySet.named(set), key, query(expand), call()).map(Entity::properties);
    }

    @Override
    public Properties create(String set, Properties entity) {
        return create(EntitySet.named(set), entity);
    }

    private <T extends Entity> Properties create(EntitySet<T> set, Properties entity) {
        return transport.create(set, set.view(entity), call()).entity().properties();
    }

    @Override
    public boolean removes(String set) {
        return transport
                .capabilities()
                .missing(Verb.DELETE, EntitySet.named(set).kind())
                .isEmpty();
    }

    @Override
    public void delete(String set, String key) {
        transport.delete(EntitySet.named(set), key, call());
    }

    @Override
    public void merge(String set, List<Properties> entities) {
        EntitySet<?> target = EntitySet.named(set);
        if (target.kind() == SetKind.PRODUCTS) {
            upload(new UploadPlan.Products(UploadPlan.Mode.UPDATE), target, entities);
        } else if (target.kind() == SetKind.TABLES && target.uni().isPresent()) {
            upload(new UploadPlan.TableRows(target.uni().get(), UploadPlan.Mode.UPDATE), target, entities);
        } else {
            throw ApiTexts.invalid("set.unknown", set);
        }
    }

    @SuppressWarnings("unchecked") // the set is that of the plan's target
    private <T> void upload(UploadPlan<T> plan, EntitySet<?> set, List<Properties> entities) {
        Upload<T> upload = transport.begin(plan, call());
        try {
            List<T> views =
                    entities.stream().map(entity -> (T) set.view(entity)).toList();
            upload.add(views.iterator(), call());
            upload.end(call());
        } catch (BridgeException failed) {
            try {
                upload.reset(call());
            } catch (BridgeException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    private Call call() {
        return new Call("compare-" + name + "-" + calls.incrementAndGet(), Caller.BRIDGE);
    }

    private static Query query(List<String> expand) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        for (String path : expand) {
            int slash = path.indexOf('/');
            List<String> nested =
                    below.computeIfAbsent(slash < 0 ? path : path.substring(0, slash), first -> new ArrayList<>());
            if (slash >= 0) {
                nested.add(path.substring(slash + 1));
            }
        }
        List<Expansion> expansions = new ArrayList<>();
        below.forEach((navigation, nested) -> expansions.add(new Expansion(navigation, query(nested))));
        Query all = Query.ALL;
        return new Query(all.filter(), all.orderBy(), all.top(), all.skip(), all.count(), all.select(), expansions);
    }
}
