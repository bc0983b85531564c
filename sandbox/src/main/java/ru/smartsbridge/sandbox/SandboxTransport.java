package ru.smartsbridge.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.base.StoreFailure;
import ru.smartsbridge.sandbox.devices.Devices;
import ru.smartsbridge.sandbox.documents.Documents;
import ru.smartsbridge.sandbox.documents.Entities;
import ru.smartsbridge.sandbox.error.SandboxTexts;
import ru.smartsbridge.sandbox.reading.Reading;
import ru.smartsbridge.sandbox.uploads.Uploads;

/** A base of our own as a {@link Transport}. Thread-safe. */
final class SandboxTransport implements Transport {
    private static final EntitySet<? extends Entity> BASE_INFO = EntitySet.named("BaseInfo");

    private final Base base;
    private final String description;
    private final Reading reading;
    private final Documents documents;
    private final Entities entities;
    private final Uploads uploads;
    private final Devices devices;

    SandboxTransport(Base base, String description) {
        this.base = base;
        this.description = description;
        this.reading = new Reading(base);
        this.documents = new Documents(base);
        this.entities = new Entities(base);
        this.uploads = new Uploads(base);
        this.devices = new Devices(base, documents);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    @Override
    public Schema schema(Call call) {
        return base.schema().current();
    }

    @Override
    public BaseInfo baseInfo(Call call) {
        return guarded(() -> reading.find(base.place(BASE_INFO), "", Query.ALL)
                .map(BaseInfo::new)
                .orElseThrow(() -> ApiTexts.notFound("entity.unknown", "BaseInfo", "")));
    }

    @Override
    public <T extends Entity> Rows<T> list(EntitySet<T> set, Query query, Call call) {
        return guarded(() -> reading.list(base.place(set), query).map(set::view));
    }

    @Override
    public <T extends Entity> Optional<T> find(EntitySet<T> set, String key, Query query, Call call) {
        return guarded(() -> reading.find(base.place(set), key, query).map(set::view));
    }

    @Override
    public Rows<OtherEntity> related(EntitySet<?> set, String key, String navigation, Query query, Call call) {
        return guarded(
                () -> reading.related(base.place(set), key, navigation, query).map(OtherEntity::new));
    }

    @Override
    public <T extends Entity> Written<T> create(EntitySet<T> set, T entity, Call call) {
        return guarded(() -> {
            Place place = base.place(set);
            Written<Properties> written = place.kind() == SetKind.DOCS
                    ? documents.create(place, entity.properties())
                    : entities.create(place, entity.properties());
            return new Written<>(set.view(written.entity()), written.created());
        });
    }

    @Override
    public void update(EntitySet<?> set, String key, Properties changes, Call call) {
        guarded(() -> {
            Place place = base.place(set);
            if (place.kind() == SetKind.DOCS) {
                documents.update(place, key, changes);
            } else {
                entities.update(place, key, changes);
            }
        });
    }

    @Override
    public void replace(EntitySet<?> set, String key, Properties entity, Call call) {
        guarded(() -> {
            Place place = base.place(set);
            if (place.kind() == SetKind.DOCS) {
                documents.replace(place, key, entity);
            } else {
                entities.replace(place, key, entity);
            }
        });
    }

    @Override
    public void delete(EntitySet<?> set, String key, Call call) {
        guarded(() -> {
            Place place = base.place(set);
            if (place.kind() == SetKind.DOCS) {
                documents.delete(place, key);
            } else {
                entities.delete(place, key);
            }
        });
    }

    @Override
    public void endUpdate(EntitySet<?> set, String key, Call call) {
        // what is written is written at once here
        guarded(() -> documents.require(documentPlace(set), key));
    }

    @Override
    public void block(EntitySet<?> set, String key, Duration timeout, Call call) {
        guarded(() -> documents.block(documentPlace(set), key, timeout));
    }

    @Override
    public void unblock(EntitySet<?> set, String key, Call call) {
        guarded(() -> documents.unblock(documentPlace(set), key));
    }

    private Place documentPlace(EntitySet<?> set) {
        Place place = base.place(set);
        if (place.kind() != SetKind.DOCS) {
            throw SandboxTexts.invalid("action.notDocument", set.name());
        }
        return place;
    }

    @Override
    public <T> Upload<T> begin(UploadPlan<T> plan, Call call) {
        return guarded(() -> uploads.begin(plan));
    }

    @Override
    public void abandon(UploadPlan<?> plan, Call call) {
        guarded(() -> uploads.abandon(plan));
    }

    @Override
    public Optional<SimulatedDevices> simulatedDevices() {
        return Optional.of((deviceId, documentId, call) -> guarded(() -> devices.finish(deviceId, documentId)));
    }

    @Override
    public void close() {
        base.close();
    }

    private static <R> R guarded(Supplier<R> call) {
        try {
            return call.get();
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        }
    }

    private static void guarded(Runnable call) {
        guarded(() -> {
            call.run();
            return null;
        });
    }
}
