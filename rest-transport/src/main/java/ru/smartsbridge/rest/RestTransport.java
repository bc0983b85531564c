package ru.smartsbridge.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.Kept;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.rest.backend.Backend;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.Answer;
import ru.smartsbridge.rest.http.Ask;
import ru.smartsbridge.rest.http.Body;
import ru.smartsbridge.rest.odata.Addresses;
import ru.smartsbridge.rest.odata.QueryText;
import ru.smartsbridge.rest.rows.EntityRows;
import ru.smartsbridge.rest.rows.SingleEntity;
import ru.smartsbridge.rest.schema.SchemaReading;
import ru.smartsbridge.rest.session.Authorisation;
import ru.smartsbridge.rest.session.LetIn;
import ru.smartsbridge.rest.upload.OpenUploads;
import ru.smartsbridge.rest.upload.RestUpload;

/** A Mobile SMARTS base by its server's REST API: each call is one request there. */
final class RestTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(RestTransport.class);

    private final Backend backend;
    private final Optional<Forwarding> forwarding;
    private final LetIn letIn;
    private final Kept<Schema> schema;
    private final OpenUploads uploads = new OpenUploads();

    RestTransport(Backend backend, Authorisation authorisation, Optional<? extends Forwarding> forwarding) {
        this.backend = backend;
        this.forwarding = forwarding.map(Forwarding.class::cast);
        this.letIn = new LetIn(authorisation, System::nanoTime);
        SchemaReading reading = new SchemaReading(backend);
        this.schema = new Kept<>(call -> read(reading, call), System::nanoTime, RestTransport::stale);
    }

    private static void stale(Call call, BridgeException cause) {
        LOG.warn("[{}] The schema was not read anew, the old one serves on: {}", call.requestId(), cause.getMessage());
    }

    @Override
    public String description() {
        return "rest " + backend.root();
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    /** What one caller has read serves another only when the server has let that one in too. */
    @Override
    public Schema schema(Call call) {
        Schema kept = schema.get(call);
        requireLetIn(call);
        return kept;
    }

    @Override
    public Schema schemaAnew(Call call) {
        requireLetIn(call);
        return schema.anew(call);
    }

    private void requireLetIn(Call call) {
        if (!letIn.knows(call.caller())) {
            baseInfo(call);
            letIn.add(call.caller());
        }
    }

    private Schema read(SchemaReading reading, Call call) {
        Schema read = reading.read(call);
        letIn.add(call.caller());
        return read;
    }

    @Override
    public BaseInfo baseInfo(Call call) {
        return read("BaseInfo", call)
                .map(BaseInfo::new)
                .orElseThrow(() -> RestTexts.failed(null, "empty", backend.root(), "BaseInfo"));
    }

    @Override
    public <T extends Entity> Rows<T> list(EntitySet<T> set, Query query, Call call) {
        if (set.kind() == SetKind.PRODUCT_SCHEMA) {
            List<T> one = find(set, "", query, call).stream().toList();
            return Rows.of(one, query.count() ? OptionalLong.of(one.size()) : OptionalLong.empty());
        }
        return EntityRows.open(backend, Addresses.set(set), QueryText.of(query), call)
                .map(set::view);
    }

    @Override
    public <T extends Entity> Optional<T> find(EntitySet<T> set, String key, Query query, Call call) {
        try {
            return read(Addresses.entity(set, key) + QueryText.of(query), call).map(set::view);
        } catch (BridgeException e) {
            if (e.category() != Category.NOT_FOUND) {
                throw e;
            }
            requireSet(set, call);
            return Optional.empty();
        }
    }

    /** A 404 does not tell an unknown entity from an unknown set; the schema does. */
    private void requireSet(EntitySet<?> set, Call call) {
        if (schema(call).edmx().set(set.name()).isEmpty()) {
            throw ApiTexts.notFound("set.unknown", set.name());
        }
    }

    private Optional<Properties> read(String relative, Call call) {
        try (Answer answer = backend.send(Ask.get(backend.root().target(relative)), call)) {
            return SingleEntity.read(answer, backend.failures(), false, call.requestId());
        }
    }

    @Override
    public Rows<OtherEntity> related(EntitySet<?> set, String key, String navigation, Query query, Call call) {
        String entity = Addresses.entity(set, key);
        String address = Addresses.below(entity, navigation);
        if (!single(set, navigation, call)) {
            return EntityRows.open(backend, address, QueryText.of(query), call).map(OtherEntity::new);
        }
        Optional<Properties> found;
        try {
            found = read(address + QueryText.of(query), call);
        } catch (BridgeException e) {
            if (e.category() != Category.NOT_FOUND || read(entity, call).isEmpty()) {
                throw e;
            }
            found = Optional.empty(); // the entity is there, what it would lead to is not
        }
        return Rows.of(found.stream().map(OtherEntity::new).toList(), OptionalLong.empty());
    }

    /** Whether {@code $metadata} says that the navigation leads to one entity; tables of documents are not in it. */
    private boolean single(EntitySet<?> set, String navigation, Call call) {
        Edmx edmx = schema(call).edmx();
        return edmx.set(set.name())
                .flatMap(info -> edmx.typeOf(info).navigation(navigation))
                .filter(property -> !property.type().collection())
                .isPresent();
    }

    @Override
    public <T extends Entity> Written<T> create(EntitySet<T> set, T entity, Call call) {
        Ask ask = Ask.write("POST", backend.root().target(Addresses.set(set)), Body.json(entity.properties()));
        boolean created;
        Optional<Properties> stored;
        try (Answer answer = backend.send(ask, call)) {
            created = answer.status() != 200; // [doc: 200 where it edited]
            stored = SingleEntity.read(answer, backend.failures(), true, call.requestId());
        }
        T written = stored.map(set::view).orElseGet(() -> reread(set, entity, call));
        return new Written<>(written, created);
    }

    private <T extends Entity> T reread(EntitySet<T> set, T entity, Call call) {
        return Optional.ofNullable(entity.key())
                .flatMap(key -> find(set, key, Query.ALL, call))
                .orElse(entity);
    }

    @Override
    public void update(EntitySet<?> set, String key, Properties changes, Call call) {
        perform("PATCH", Addresses.entity(set, key), Body.json(changes), call);
    }

    @Override
    public void replace(EntitySet<?> set, String key, Properties entity, Call call) {
        perform("PUT", Addresses.entity(set, key), Body.json(entity), call);
    }

    @Override
    public void delete(EntitySet<?> set, String key, Call call) {
        perform("DELETE", Addresses.entity(set, key), Body.NONE, call);
    }

    @Override
    public void endUpdate(EntitySet<?> set, String key, Call call) {
        String target = backend.root().target(Addresses.below(Addresses.entity(set, key), "EndUpdate"));
        backend.perform(new Ask("POST", target, "application/json", Body.EMPTY, true), call);
    }

    @Override
    public void block(EntitySet<?> set, String key, Duration timeout, Call call) {
        Properties seconds =
                Properties.builder().put("timeout", timeout.toSeconds()).build();
        perform("POST", Addresses.below(Addresses.entity(set, key), "Block"), Body.json(seconds), call);
    }

    @Override
    public void unblock(EntitySet<?> set, String key, Call call) {
        perform("POST", Addresses.below(Addresses.entity(set, key), "Unblock"), Body.EMPTY, call);
    }

    private void perform(String method, String relative, Body body, Call call) {
        backend.perform(Ask.write(method, backend.root().target(relative), body), call);
    }

    @Override
    public <T> Upload<T> begin(UploadPlan<T> plan, Call call) {
        return RestUpload.begin(backend, uploads, plan, call);
    }

    @Override
    public void abandon(UploadPlan<?> plan, Call call) {
        RestUpload.abandon(backend, uploads, plan, call);
    }

    @Override
    public Optional<Forwarding> forwarding() {
        return forwarding;
    }

    /** Open uploads end with the server's own patience: it is the server that holds them. */
    @Override
    public void close() {
        backend.close();
    }
}
