package ru.smartsbridge.sandbox.documents;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.schema.DocumentTyping;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Snapshot;
import ru.smartsbridge.sandbox.store.Stored;

/** Writes documents with their lines, each whole or not at all. Thread-safe. */
public final class Documents {
    private static final String TYPE_NAME = "documentTypeName";
    private static final String CHANGED = "lastChangeDate";

    private final Base base;
    /** When the block of a document ends, by its key. */
    private final Map<String, Instant> blocks = new ConcurrentHashMap<>();

    public Documents(Base base) {
        this.base = base;
    }

    /** Creates a document, or puts it in the place of the one with that id. */
    public Written<Properties> create(Place place, Properties sent) {
        String uni = uni(place, sent);
        String id = Optional.ofNullable(sent.text("id"))
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        Stored stored = new Stored(uni, shape().document(sent, id, typeName(uni, sent)));
        boolean created = base.store().write(writing -> {
            Shelf documents = writing.shelf(Place.DOCS);
            Optional<Long> own = documents.position(Base.documentKey(id, uni));
            documents.find(id).filter(there -> own.isEmpty()).ifPresent(other -> {
                throw ApiTexts.conflict("document.otherType", id, other.entity().text(TYPE_NAME));
            });
            return documents.put(stored);
        });
        base.saw(place, stored);
        return new Written<>(stored.entity(), created);
    }

    /** Changes what is named. */
    public void update(Place place, String key, Properties changes) {
        requireKey(key, changes);
        DocumentShape shape = shape();
        Stored stored = change(place, key, there -> {
            Properties nested = shape.nested(DocumentShape.withoutComputed(changes));
            Properties changed = Defaults.withScalars(there.entity(), nested.asMap());
            requireType(there, changed);
            return changes.has(CHANGED) ? changed : changed.with(CHANGED, Value.text(base.now()));
        });
        base.saw(place, stored);
    }

    /** Puts another document in the place of one. */
    public void replace(Place place, String key, Properties sent) {
        requireKey(key, sent);
        DocumentShape shape = shape();
        Stored stored = change(place, key, there -> {
            Properties whole = shape.document(sent, key, typeName(there.tag(), there.entity()));
            requireType(there, sent.has(TYPE_NAME) ? sent : whole);
            return whole;
        });
        base.saw(place, stored);
    }

    /** Changes a document under the writers' lock. */
    public Stored change(Place place, String key, Function<Stored, Properties> change) {
        return base.store().write(writing -> {
            Shelf documents = writing.shelf(Place.DOCS);
            long position = position(documents, place, key);
            Stored there = documents.at(position);
            Stored changed = there.with(change.apply(there));
            documents.replace(position, changed);
            return changed;
        });
    }

    /** Takes a document away. */
    public void delete(Place place, String key) {
        String gone = base.store().write(writing -> {
            Shelf documents = writing.shelf(Place.DOCS);
            long position = position(documents, place, key);
            String block = blockKey(documents.at(position));
            documents.remove(position);
            return block;
        });
        blocks.remove(gone);
    }

    /** Keeps devices from a document for a while. */
    public void block(Place place, String key, Duration timeout) {
        blocks.put(blockKey(require(place, key)), base.clock().instant().plus(timeout));
    }

    /** Ends a block, where there is one. */
    public void unblock(Place place, String key) {
        blocks.remove(blockKey(require(place, key)));
    }

    /** Whether devices are kept from a document now. */
    public boolean isBlocked(Stored document) {
        String key = blockKey(document);
        Instant until = blocks.get(key);
        if (until != null && !base.clock().instant().isBefore(until)) {
            blocks.remove(key, until);
            return false;
        }
        return until != null;
    }

    private static String blockKey(Stored document) {
        return Base.documentKey(Base.keyText(document.entity(), "id").orElse(""), document.tag());
    }

    /**
     * The document, where it is there.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code NOT_FOUND}
     */
    public Stored require(Place place, String key) {
        try (Snapshot snapshot = base.store().snapshot()) {
            return snapshot.shelf(Place.DOCS)
                    .flatMap(documents -> documents.find(place.shelfKey(key)))
                    .filter(stored -> place.tags().test(stored.tag()))
                    .orElseThrow(() ->
                            ApiTexts.notFound("entity.unknown", place.info().name(), key));
        }
    }

    private static long position(Shelf documents, Place place, String key) {
        return documents
                .position(place.shelfKey(key))
                .filter(position -> place.tags().test(documents.at(position).tag()))
                .orElseThrow(
                        () -> ApiTexts.notFound("entity.unknown", place.info().name(), key));
    }

    private DocumentShape shape() {
        return new DocumentShape(base.edmx(), base.now());
    }

    private String uni(Place place, Properties sent) {
        return DocumentTyping.uni(
                base.schema().current(), place.uni(), place.info().name(), sent);
    }

    private String typeName(String uni, Properties document) {
        return DocumentTyping.typeName(base.schema().current(), uni, document);
    }

    private void requireType(Stored there, Properties changed) {
        String typeName = changed.text(TYPE_NAME);
        String before = there.entity().text(TYPE_NAME);
        boolean same = Objects.equals(typeName, before) // a recorded document may have none
                || typeName != null
                        && base.schema()
                                .current()
                                .names()
                                .documentTypeUni(typeName)
                                .equalsIgnoreCase(there.tag());
        if (!same) {
            throw ApiTexts.invalid("document.wrongType", typeName, Place.DOCS + "/" + there.tag())
                    .at(TYPE_NAME);
        }
    }

    private static void requireKey(String key, Properties sent) {
        Entities.requireKey("id", key, sent);
    }
}
