package ru.smartsbridge.com.reading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.EntityMapping.XmlEntities;

/** Documents and products by their id, and what the component computes of one document. Thread-safe. */
public final class SingleObjects {
    private static final FieldOwner DOCUMENTS = new FieldOwner.DocumentHeader("");
    private static final FieldOwner PRODUCTS = new FieldOwner.Products();
    private static final Member COMBINED_ITEMS = Member.of("CombinedItems");
    private static final Member COUNT = Member.of("Count");
    private static final Member ITEM = Member.of("Item");
    private static final Member TO_XML = Member.of("ToXml");

    private final Component<ComSession> component;

    public SingleObjects(Component<ComSession> component) {
        this.component = component;
    }

    /** A document whole, with its lines and tables. */
    public Optional<Properties> document(String id) {
        return id.isEmpty() // which the component takes for a wrong argument [run]
                ? Optional.empty()
                : component.call("GetDocument", session -> document(session, id));
    }

    /** The same, in the apartment. */
    public static Optional<Properties> document(ComSession session, String id) {
        return document(session, session.mapping(), id);
    }

    /** The same by a mapping that its caller goes on with. */
    public static Optional<Properties> document(ComSession session, EntityMapping mapping, String id) {
        try (AutomationObject document = session.connector().getDocument(id)) {
            return Optional.ofNullable(document)
                    .map(there -> entity(session, mapping, ComponentClass.DOCUMENT, DOCUMENTS, there));
        }
    }

    /** A product with its packings. */
    Optional<Properties> product(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return component.call("GetProductById", session -> {
            try (AutomationObject product = session.connector().getProductById(id)) {
                return Optional.ofNullable(product)
                        .map(there -> entity(session, ComponentClass.PRODUCT, PRODUCTS, there));
            }
        });
    }

    /** Reads one object in whatever way serves its class. */
    static Properties entity(ComSession session, ComponentClass type, FieldOwner owner, AutomationObject object) {
        return entity(session, session.mapping(), type, owner, object);
    }

    private static Properties entity(
            ComSession session, EntityMapping mapping, ComponentClass type, FieldOwner owner, AutomationObject object) {
        return session.isXml(type, owner)
                ? mapping.read(type, owner, xml(session, object))
                : mapping.read(type, owner, object);
    }

    private static String xml(ComSession session, AutomationObject object) {
        String xml = session.connector().toXml(object);
        if (xml == null) {
            throw ComFailure.unexpected(TO_XML, "a text", null);
        }
        return xml;
    }

    /** Plan and fact of a document put together, as the component does it at each reading; none where it is gone. */
    List<Properties> combinedItems(String documentId, String typeUni) {
        FieldOwner lines = new FieldOwner.DocumentLines(typeUni);
        return ofDocument("CombinedItems", documentId, document -> session -> {
                    try (AutomationObject combined = document.child(COMBINED_ITEMS)) {
                        return session.isXml(ComponentClass.DOCUMENT, DOCUMENTS)
                                ? read(session, lines, xml(session, combined))
                                : read(session, lines, combined);
                    }
                })
                .orElse(List.of());
    }

    private static List<Properties> read(ComSession session, FieldOwner lines, String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        List<Properties> read = new ArrayList<>();
        try (XmlEntities entities =
                session.mapping().read(ComponentClass.DOCUMENT_ITEM, lines, new ByteArrayInputStream(bytes))) {
            entities.forEachRemaining(read::add);
        }
        return read;
    }

    private static List<Properties> read(ComSession session, FieldOwner lines, AutomationObject combined) {
        List<Properties> read = new ArrayList<>();
        int count = combined.number(COUNT);
        for (int i = 0; i < count; i++) {
            try (AutomationObject line = combined.object(ITEM, i)) {
                read.add(session.mapping().read(ComponentClass.DOCUMENT_ITEM, lines, line));
            }
        }
        return read;
    }

    /** {@code DocumentExtendedFields}: whether less or more was done than planned [edmx]. */
    Optional<Properties> extendedFields(String documentId) {
        return ofDocument(
                "Underloaded",
                documentId,
                document -> session -> Properties.builder()
                        .put("id", documentId)
                        .put("underloaded", flag(document, "Underloaded"))
                        .put("overloaded", flag(document, "Overloaded"))
                        .put("underloadedOrOverloaded", flag(document, "UnderloadedOrOverloaded"))
                        .build());
    }

    private static boolean flag(AutomationObject document, String property) {
        return Boolean.TRUE.equals(document.get(Member.of(property)));
    }

    private <R> Optional<R> ofDocument(
            String what, String id, Function<AutomationObject, Function<ComSession, R>> task) {
        return component.call(what, session -> {
            try (AutomationObject document = session.connector().getDocument(id)) {
                return Optional.ofNullable(document)
                        .map(there -> task.apply(there).apply(session));
            }
        });
    }
}
