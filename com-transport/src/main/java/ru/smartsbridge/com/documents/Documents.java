package ru.smartsbridge.com.documents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.DocumentTyping;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.reading.SetPlace;
import ru.smartsbridge.com.reading.SingleObjects;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.text.ComTexts;

/**
 * Writes documents with their lines. Thread-safe.
 *
 * <p>{@code SetDocument} replaces a document whole and asks nobody [run], so a change reads the document, refuses where
 * a device has it, and writes it again, in one task of the apartment. Between that reading and that writing a device can
 * still take it or send it back: the component has no way to forbid that.
 */
public final class Documents {
    private static final Member TYPE_NAME = Member.of("DocumentTypeName");
    private static final Member IN_PROCESS = Member.of("InProcess");
    private static final Member FINISHED = Member.of("Finished");
    private static final String CHANGED = "lastChangeDate";

    private final Component<ComSession> component;
    private final ZoneId zone;
    private final Clock clock;

    public Documents(Component<ComSession> component, ZoneId zone, Clock clock) {
        this.component = component;
        this.zone = zone;
        this.clock = clock;
    }

    /** The same on behalf of {@code call}. */
    public Documents of(Call call) {
        return new Documents(component.of(call), zone, clock);
    }

    /** Creates a document, or puts it in the place of the one with that id. */
    public Written<Properties> create(ComponentSchema schema, SetPlace place, Properties sent) {
        String uni =
                DocumentTyping.uni(schema.schema(), place.uni(), place.info().name(), sent);
        String id = Optional.ofNullable(sent.text("id"))
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        String typeName = typeName(schema, uni, sent);
        Properties whole = whole(sent, id, typeName);
        FieldOwner owner = new FieldOwner.DocumentHeader(uni);
        return component.call("SetDocument", session -> {
            session.mapping().requireCarried(ComponentClass.DOCUMENT, owner, whole);
            boolean there = isThere(session, id, typeName);
            write(session, session.mapping(), owner, whole);
            return new Written<>(written(place, id), !there);
        });
    }

    /** As the base writes it, by which the component lists; a client may have sent the {@code uni} in its place. */
    private static String typeName(ComponentSchema schema, String uni, Properties sent) {
        String given = DocumentTyping.typeName(schema.schema(), uni, sent);
        boolean own = schema.documentTypes().stream().anyMatch(type -> given.equals(type.name()));
        return own ? given : schema.schema().names().documentTypeName(uni).orElse(given);
    }

    private static Properties whole(Properties sent, String id, String typeName) {
        return withoutComputed(sent).with("id", Value.text(id)).with("documentTypeName", Value.text(typeName));
    }

    /** What the component computes itself is not sent. */
    private static Properties withoutComputed(Properties document) {
        return document.without("combinedItems").without("extendedFields");
    }

    /** Whether there is a document with that id; one of another type, or in a device's hands, is a conflict. */
    private static boolean isThere(ComSession session, String id, String typeName) {
        try (AutomationObject there = session.connector().getDocument(id)) {
            if (there == null) {
                return false;
            }
            Object other = there.get(TYPE_NAME);
            if (other != null && !(other instanceof String)) {
                throw ComFailure.unexpected(TYPE_NAME, "a text", other);
            }
            if (other != null && !other.equals(typeName)) {
                throw ApiTexts.conflict("document.otherType", id, other);
            }
            if (Boolean.TRUE.equals(there.get(IN_PROCESS)) && !Boolean.TRUE.equals(there.get(FINISHED))) {
                throw held(id);
            }
            return true;
        }
    }

    private static RuntimeException held(String id) {
        return ComTexts.error(Category.CONFLICT, "document.held", id);
    }

    /**
     * By a call of its own: where this one was given up while it looked, the apartment refuses that, and what somebody
     * wrote since is not written over.
     */
    private void write(ComSession session, EntityMapping mapping, FieldOwner owner, Properties document) {
        try (AutomationObject made = made(session, mapping, owner, document)) {
            component.call("SetDocument", same -> {
                same.connector().setDocument(made);
                return null;
            });
        }
    }

    /** The component's object, complete: what its XML loses on the way is noticed here, before anything is written. */
    private static AutomationObject made(
            ComSession session, EntityMapping mapping, FieldOwner owner, Properties document) {
        if (!session.isXml(ComponentClass.DOCUMENT, owner)) {
            return mapping.build(ComponentClass.DOCUMENT, owner, document, session.automation());
        }
        AutomationObject made = session.connector().fromXml(mapping.xml(ComponentClass.DOCUMENT, owner, document));
        boolean complete = false;
        try {
            Contents.requireArrived(document, made);
            complete = true;
            return made;
        } finally {
            if (!complete) {
                made.close();
            }
        }
    }

    /** The document is written: no failure to read it may say that nothing happened, or it would be sent once more. */
    private Properties written(SetPlace place, String id) {
        Optional<Properties> found;
        try {
            found = component.call("GetDocument", session -> SingleObjects.document(session, id));
        } catch (BridgeException e) {
            throw new BridgeException(Category.BACKEND_FAILED, ComTexts.text("document.unread", id, e.text()), e);
        }
        return found.orElseThrow(() -> ComTexts.error(
                Category.BACKEND_FAILED, "document.lost", id, place.info().name()));
    }

    /** Changes what is named. */
    public void update(ComponentSchema schema, SetPlace place, String key, Properties changes) {
        requireKey(key, changes);
        Properties given = withoutComputed(changes);
        change(schema, place, key, given, there -> {
            DocumentTyping.requireSame(schema.schema(), place.info().name(), there, given);
            Properties changed =
                    EntityMapping.changed(ComponentClass.DOCUMENT, there, given.without("documentTypeName"));
            return changes.has(CHANGED) ? changed : changed.with(CHANGED, Value.text(now()));
        });
    }

    /** Puts another document in the place of one. */
    public void replace(ComponentSchema schema, SetPlace place, String key, Properties sent) {
        requireKey(key, sent);
        change(schema, place, key, withoutComputed(sent), there -> {
            DocumentTyping.requireSame(schema.schema(), place.info().name(), there, sent);
            return whole(sent, key, there.text("documentTypeName"));
        });
    }

    private void change(
            ComponentSchema schema, SetPlace place, String key, Properties sent, UnaryOperator<Properties> change) {
        component.call("SetDocument", session -> {
            EntityMapping mapping = session.mapping().forRewriting();
            Properties there = there(session, mapping, schema, place, key);
            if (there.flag("inProcess") && !there.flag("finished")) {
                throw held(key);
            }
            Properties changed = change.apply(there);
            String typeName = there.text("documentTypeName");
            FieldOwner owner = new FieldOwner.DocumentHeader(
                    schema.declarations().documentTypeUni(typeName == null ? "" : typeName));
            // what the component gave itself it takes back; only what was sent is looked at
            session.mapping()
                    .requireCarried(
                            ComponentClass.DOCUMENT, owner, sent.with("documentTypeName", Value.text(typeName)));
            write(session, mapping, owner, changed);
            return null;
        });
    }

    private static Properties there(
            ComSession session, EntityMapping mapping, ComponentSchema schema, SetPlace place, String key) {
        return Optional.of(key)
                .filter(id -> !id.isEmpty())
                .flatMap(id -> SingleObjects.document(session, mapping, id))
                .filter(document -> Reading.isOfSet(schema, place, document))
                .orElseThrow(() -> place.missing(key));
    }

    /** Takes a document away, also one that a device has: Mobile SMARTS lets its server do the same [doc]. */
    public void delete(ComponentSchema schema, SetPlace place, String key) {
        component.call("RemoveDocument", session -> {
            there(session, session.mapping(), schema, place, key);
            return component.call("RemoveDocument", same -> {
                same.connector().removeDocument(key);
                return null;
            });
        });
    }

    /** Passes where the document is there. */
    public void require(ComponentSchema schema, SetPlace place, String key) {
        component.call("GetDocument", session -> there(session, session.mapping(), schema, place, key));
    }

    private static void requireKey(String key, Properties sent) {
        Optional.ofNullable(sent.text("id")).filter(given -> !given.equals(key)).ifPresent(other -> {
            throw ApiTexts.invalid("key.other", other, key).at("id");
        });
    }

    private String now() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.now(clock.withZone(zone)));
    }
}
