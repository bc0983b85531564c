package ru.smartsbridge.com;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Kept;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.documents.Documents;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.reading.SetPlace;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.uploads.Uploads;

/** A base behind the vendor's StorageConnector as a {@link Transport}. Thread-safe. */
final class ComTransport implements Transport {
    /** On behalf of the transport itself. */
    static final Call OWN = new Call("com", Caller.BRIDGE);

    private final String description;
    private final Component<ComSession> component;
    private final Kept<ComponentSchema> schema;
    private final Reading reading;
    private final Documents documents;
    private final Uploads<ComSession> uploads;
    private final Housed<ComSession> house;

    ComTransport(
            String description,
            Kept<ComponentSchema> schema,
            Reading reading,
            Documents documents,
            Uploads<ComSession> uploads,
            Housed<ComSession> house) {
        this.description = description;
        this.component = house.component();
        this.schema = schema;
        this.reading = reading;
        this.documents = documents;
        this.uploads = uploads;
        this.house = house;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Capabilities capabilities() {
        return ComCapabilities.STORAGE_CONNECTOR;
    }

    @Override
    public Schema schema(Call call) {
        return schema.get(call).schema();
    }

    @Override
    public Schema schemaAnew(Call call) {
        return schema.anew(call).schema();
    }

    @Override
    public BaseInfo baseInfo(Call call) {
        return component.of(call).call("BaseInfo", ComSession::readBaseInfo);
    }

    /** A set that may have been added a moment ago is looked for in a new schema. */
    private Asked asked(Verb verb, EntitySet<?> set, Call call) {
        ComponentSchema known = schema.get(call);
        if (known.schema().edmx().set(set.name()).isEmpty()) {
            known = schema.anew(call);
        }
        Asked asked = new Asked(known, SetPlace.of(known.schema().edmx(), set));
        capabilities().require(verb, asked.place().kind(), set.name());
        return asked;
    }

    private record Asked(ComponentSchema schema, SetPlace place) {}

    @Override
    public <T extends Entity> Rows<T> list(EntitySet<T> set, Query query, Call call) {
        Asked asked = asked(Verb.LIST, set, call);
        return reading.of(call).list(asked.schema(), asked.place(), query).map(set::view);
    }

    @Override
    public <T extends Entity> Optional<T> find(EntitySet<T> set, String key, Query query, Call call) {
        Asked asked = asked(Verb.FIND, set, call);
        return reading.of(call).find(asked.schema(), asked.place(), key, query).map(set::view);
    }

    @Override
    public Rows<OtherEntity> related(EntitySet<?> set, String key, String navigation, Query query, Call call) {
        Asked asked = asked(Verb.RELATED, set, call);
        return reading.of(call)
                .related(asked.schema(), asked.place(), key, navigation, query)
                .map(OtherEntity::new);
    }

    @Override
    public <T extends Entity> Written<T> create(EntitySet<T> set, T entity, Call call) {
        Asked asked = asked(Verb.CREATE, set, call);
        if (asked.place().kind() != SetKind.DOCS) {
            throw ApiTexts.conflict("create.notBegun", asked.place().info().name());
        }
        Written<Properties> written = documents.of(call).create(asked.schema(), asked.place(), entity.properties());
        return new Written<>(set.view(written.entity()), written.created());
    }

    @Override
    public void update(EntitySet<?> set, String key, Properties changes, Call call) {
        Asked asked = asked(Verb.UPDATE, set, call);
        documents.of(call).update(asked.schema(), asked.place(), key, changes);
    }

    @Override
    public void replace(EntitySet<?> set, String key, Properties entity, Call call) {
        Asked asked = asked(Verb.REPLACE, set, call);
        documents.of(call).replace(asked.schema(), asked.place(), key, entity);
    }

    @Override
    public void delete(EntitySet<?> set, String key, Call call) {
        Asked asked = asked(Verb.DELETE, set, call);
        documents.of(call).delete(asked.schema(), asked.place(), key);
    }

    @Override
    public void endUpdate(EntitySet<?> set, String key, Call call) {
        // SetDocument has the document stored when it returns [run]
        Asked asked = asked(Verb.END_UPDATE, set, call);
        documents.of(call).require(asked.schema(), asked.place(), key);
    }

    @Override
    public void block(EntitySet<?> set, String key, Duration timeout, Call call) {
        asked(Verb.BLOCK, set, call);
    }

    @Override
    public void unblock(EntitySet<?> set, String key, Call call) {
        asked(Verb.BLOCK, set, call);
    }

    @Override
    public <T> Upload<T> begin(UploadPlan<T> plan, Call call) {
        return uploads.begin(plan);
    }

    @Override
    public <T> Optional<Upload<T>> resume(UploadPlan<T> plan, Call call) {
        return uploads.resume(plan);
    }

    @Override
    public void abandon(UploadPlan<?> plan, Call call) {
        uploads.abandon(plan);
    }

    @Override
    public List<Remark> remarks(Call call) {
        return component.of(call).call("remarks", Remarks::of);
    }

    @Override
    public List<Remark> surroundings() {
        return house.surroundings().get();
    }

    @Override
    public Optional<Text> trouble() {
        return house.trouble();
    }

    @Override
    public void close() {
        try {
            uploads.close();
        } finally {
            house.close();
        }
    }
}
