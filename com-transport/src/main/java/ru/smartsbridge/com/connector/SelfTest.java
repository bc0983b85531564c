package ru.smartsbridge.com.connector;

import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.Field;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.text.ComTexts;

/**
 * Finds out for each class whether the component's XML carries what its properties carry. Objects are made in memory
 * alone, nothing of it reaches the base.
 *
 * <p>Whatever is refused or differs only has the properties chosen for that class; what says that the component itself
 * is gone ends the test.
 */
final class SelfTest {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    private static final Member COUNT = Member.of("Count");
    private static final Member ITEM = Member.of("Item");
    private static final Member DECLARED_ITEMS = Member.of("DeclaredItems");
    private static final FieldOwner.Undeclared CELL = new FieldOwner.Undeclared("Cleverence.Warehouse.Cell");

    private final Automation automation;
    private final StorageConnector connector;
    private final EntityMapping mapping;
    private final ComponentSchema schema;
    private final Specimens specimens;
    private final Carried carried;

    SelfTest(
            Automation automation,
            StorageConnector connector,
            EntityMapping mapping,
            ComponentSchema schema,
            ZoneId zone) {
        this.automation = automation;
        this.connector = connector;
        this.mapping = mapping;
        this.schema = schema;
        this.specimens = new Specimens(schema.declarations(), zone);
        this.carried = new Carried(zone);
    }

    Ways run() {
        Map<ComponentClass, Ways.Chosen> chosen = new EnumMap<>(ComponentClass.class);
        for (ComponentClass type : ComponentClass.values()) {
            Ways.Chosen way = chosen(type);
            chosen.put(type, way);
            if (way.way() == Way.XML) {
                LOG.info("{} objects cross as XML: {}", type.element(), way.reason());
            } else {
                LOG.warn("{} objects cross property by property: {}", type.element(), way.reason());
            }
        }
        return new Ways(chosen);
    }

    private Ways.Chosen chosen(ComponentClass type) {
        try {
            return tested(type)
                    .map(reason -> new Ways.Chosen(Way.PROPERTIES, reason))
                    .orElseGet(() -> passed(type));
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.debug("The self-test of {} was refused", type, refused);
            Text reason = ComTexts.text("selftest.refused", refused.attempted(), Hresults.written(refused.hresult()));
            return new Ways.Chosen(Way.PROPERTIES, reason);
        } catch (BridgeException odd) {
            LOG.debug("The self-test of {} met what it cannot read", type, odd);
            return new Ways.Chosen(Way.PROPERTIES, ComTexts.text("selftest.odd", odd.text()));
        } catch (RuntimeException odd) {
            LOG.warn("The self-test of {} met what nobody expects", type, odd);
            return new Ways.Chosen(
                    Way.PROPERTIES, ComTexts.text("selftest.odd", odd.getClass().getSimpleName()));
        }
    }

    private static Ways.Chosen passed(ComponentClass type) {
        boolean read = type == ComponentClass.USER
                || type == ComponentClass.USER_GROUP
                || type == ComponentClass.WAREHOUSE
                || type == ComponentClass.DEVICE;
        return new Ways.Chosen(Way.XML, ComTexts.text(read ? "selftest.passed.read" : "selftest.passed"));
    }

    /** What stands against XML for this class; empty where nothing does. */
    private Optional<Text> tested(ComponentClass type) {
        return switch (type) {
            case PRODUCT ->
                both(
                        type,
                        List.of(new Case(new FieldOwner.Products(), specimens.product("1"), specimens.product("2"))));
            case ROW -> both(type, rows());
            case CELL -> both(type, List.of(new Case(CELL, specimens.cell("1"), specimens.cell("2"))));
            case DOCUMENT -> both(type, documents()).or(this::emptyDocument);
            case DOCUMENT_ITEM -> both(type, lines());
            case USER -> readOnly(type, "id");
            case USER_GROUP -> readOnly(type, "id");
            case WAREHOUSE -> readOnly(type, "id");
            case DEVICE -> readOnly(type, "deviceId");
        };
    }

    /** Two entities of one owner. */
    private record Case(FieldOwner owner, Properties first, Properties second) {}

    private Collection<Case> rows() {
        Map<Object, Case> rows = new LinkedHashMap<>();
        schema.tables().forEach(table -> {
            FieldOwner.TableRows owner = new FieldOwner.TableRows(table.uni());
            rows.putIfAbsent(declared(owner), new Case(owner, specimens.row(owner), specimens.row(owner)));
        });
        return rows.values();
    }

    private Collection<Case> documents() {
        Map<Object, Case> documents = new LinkedHashMap<>();
        schema.documentTypes().forEach(type -> {
            FieldOwner.DocumentHeader owner = new FieldOwner.DocumentHeader(type.uni());
            Properties first = specimens.document("д1", owner, type.name());
            Properties second = specimens.document("д2", owner, type.name());
            List<?> both = List.of(declared(owner), declared(new FieldOwner.DocumentLines(type.uni())));
            documents.putIfAbsent(both, new Case(owner, first, second));
        });
        return documents.values();
    }

    private Collection<Case> lines() {
        Map<Object, Case> lines = new LinkedHashMap<>();
        schema.documentTypes().forEach(type -> {
            FieldOwner.DocumentLines owner = new FieldOwner.DocumentLines(type.uni());
            lines.putIfAbsent(declared(owner), new Case(owner, specimens.line("1", owner), specimens.line("2", owner)));
        });
        return lines.values();
    }

    /** Owners that declare the same are tried once: a base may have hundreds of types with one set of fields. */
    private Set<Field> declared(FieldOwner owner) {
        return Set.copyOf(schema.declarations().fields(owner).declared());
    }

    /** Names that cannot stand in XML are no reason against the class: those owners' batches go by properties alone. */
    private Optional<Text> both(ComponentClass type, Collection<Case> cases) {
        List<Case> standing = cases.stream()
                .filter(each -> mapping.standsInXml(type, each.owner()))
                .toList();
        if (standing.isEmpty()) {
            return Optional.of(ComTexts.text(cases.isEmpty() ? "selftest.none" : "selftest.names"));
        }
        for (Case each : standing) {
            Optional<Text> against = fromProperties(type, each).or(() -> fromXml(type, each));
            if (against.isPresent()) {
                return against;
            }
        }
        return Optional.empty();
    }

    private Optional<Text> fromProperties(ComponentClass type, Case each) {
        try (AutomationObject object = mapping.build(type, each.owner(), each.first(), automation)) {
            Properties back = mapping.read(type, each.owner(), connector.toXml(object));
            return carried.lost(each.first(), back).map(at -> ComTexts.text("selftest.lost.reading", at));
        }
    }

    private Optional<Text> fromXml(ComponentClass type, Case each) {
        List<Properties> sent = List.of(each.first(), each.second());
        try (AutomationObject made = connector.fromXml(mapping.collectionXml(type, each.owner(), sent))) {
            int count = made.number(COUNT);
            if (count != sent.size()) {
                return Optional.of(ComTexts.text("selftest.count", sent.size(), count));
            }
            for (int i = 0; i < count; i++) {
                try (AutomationObject item = made.object(ITEM, i)) {
                    Optional<String> lost = carried.lost(sent.get(i), mapping.read(type, each.owner(), item));
                    if (lost.isPresent()) {
                        return Optional.of(ComTexts.text("selftest.lost.writing", lost.get()));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Without lines the component's XML has a form of its own; with any other it fails at first touch [run]. */
    private Optional<Text> emptyDocument() {
        DocumentType type = schema.documentTypes().stream()
                .filter(each -> mapping.standsInXml(ComponentClass.DOCUMENT, new FieldOwner.DocumentHeader(each.uni())))
                .findFirst()
                .orElseThrow();
        FieldOwner owner = new FieldOwner.DocumentHeader(type.uni());
        Properties empty = specimens.emptyDocument("пустой", type.name());
        try (AutomationObject document = connector.fromXml(mapping.xml(ComponentClass.DOCUMENT, owner, empty));
                AutomationObject lines = document.child(DECLARED_ITEMS)) {
            int count = lines.number(COUNT);
            return count == 0 ? Optional.empty() : Optional.of(ComTexts.text("selftest.count", 0, count));
        }
    }

    /** An object whose key was put by its property has that key in its XML. */
    private Optional<Text> readOnly(ComponentClass type, String key) {
        String id = "ключ<&\">";
        String property = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        try (AutomationObject object = automation.create("Cleverence.Warehouse." + type.element())) {
            object.put(Member.of(property), id);
            FieldOwner owner = new FieldOwner.Undeclared("Cleverence.Warehouse." + type.element());
            Properties back = mapping.read(type, owner, connector.toXml(object));
            return carried.lost(Properties.builder().put(key, id).build(), back)
                    .map(at -> ComTexts.text("selftest.lost.reading", at));
        }
    }
}
