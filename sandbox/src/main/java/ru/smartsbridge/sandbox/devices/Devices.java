package ru.smartsbridge.sandbox.devices;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.documents.Documents;
import ru.smartsbridge.sandbox.store.Snapshot;
import ru.smartsbridge.sandbox.store.Stored;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/** Plays a device that takes a document, counts everything as planned and finishes it. Thread-safe. */
public final class Devices {
    private final Base base;
    private final Documents documents;

    public Devices(Base base, Documents documents) {
        this.base = base;
        this.documents = documents;
    }

    /** The document as the device has finished it, with its lines. */
    public Document finish(String deviceId, Optional<String> documentId) {
        Properties device =
                find("Devices", deviceId).orElseThrow(() -> ApiTexts.notFound("entity.unknown", "Devices", deviceId));
        Optional<Properties> user = Optional.ofNullable(device.text("userId")).flatMap(id -> find("Users", id));
        Stored waiting = documentId
                .map(id -> documents.require(base.place(EntitySet.DOCS), id))
                .or(() -> oldestWaiting(deviceId))
                .orElseThrow(() -> SandboxTexts.notFound("device.noDocument", deviceId));
        DeviceWork work = new DeviceWork(device, user, base.now());
        String id = Base.keyText(waiting.entity(), "id").orElseThrow();
        Stored finished = documents.change(place(waiting), id, stored -> {
            requireFree(deviceId, stored);
            return work.done(stored.entity());
        });
        base.saw(base.place(EntitySet.DOCS), finished);
        return new Document(finished.entity());
    }

    /** Its type's set: another type may have a document of the same id. */
    private Place place(Stored document) {
        return base.edmx()
                .set(Place.DOCS + "/" + document.tag())
                .map(set -> base.place(EntitySet.named(set.name())))
                .orElseGet(() -> base.place(EntitySet.DOCS));
    }

    private Optional<Properties> find(String set, String key) {
        try (Snapshot snapshot = base.store().snapshot()) {
            return snapshot.shelf(set).flatMap(shelf -> shelf.find(key)).map(Stored::entity);
        }
    }

    private void requireFree(String deviceId, Stored stored) {
        Properties document = stored.entity();
        String id = document.text("id");
        if (document.flag("finished")) {
            throw SandboxTexts.conflict("device.finished", id);
        }
        if (isElsewhere(deviceId, document)) {
            throw SandboxTexts.conflict("device.elsewhere", id, document.text("deviceId"));
        }
        if (documents.isBlocked(stored)) {
            throw SandboxTexts.conflict("device.blocked", id);
        }
    }

    private static boolean isElsewhere(String deviceId, Properties document) {
        String holder = document.text("deviceId");
        return document.flag("inProcess") && holder != null && !holder.isEmpty() && !holder.equals(deviceId);
    }

    /** Waiting for this device or for any: one that was given to another device is not looked for. */
    private static boolean isForMe(String deviceId, Properties document) {
        String holder = document.text("deviceId");
        return holder == null || holder.isEmpty() || holder.equals(deviceId);
    }

    /** The oldest one wins; of two of one moment the one that came first. */
    private Optional<Stored> oldestWaiting(String deviceId) {
        Stored oldest = null;
        try (Snapshot snapshot = base.store().snapshot()) {
            Iterator<Stored> all =
                    snapshot.shelf(Place.DOCS).map(shelf -> shelf.all()).orElseGet(Collections::emptyIterator);
            Comparator<Stored> age = Comparator.comparing(stored -> created(stored.entity()));
            while (all.hasNext()) {
                Stored stored = all.next();
                Properties document = stored.entity();
                boolean waits =
                        Base.keyText(document, "id").filter(id -> !id.isEmpty()).isPresent()
                                && !document.flag("finished")
                                && isForMe(deviceId, document)
                                && !documents.isBlocked(stored);
                if (waits && (oldest == null || age.compare(stored, oldest) < 0)) {
                    oldest = stored;
                }
            }
        }
        return Optional.ofNullable(oldest);
    }

    /** One whose date nobody can read comes last. */
    private Instant created(Properties document) {
        String text = document.text("createDate");
        if (text == null) {
            return Instant.MAX;
        }
        try {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return moment instanceof OffsetDateTime known
                    ? known.toInstant()
                    : ((LocalDateTime) moment).atZone(base.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
