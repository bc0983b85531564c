package ru.smartsbridge.com.reading;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.Optional;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.answer.Answer;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.schema.ComponentSchema;

/** Answers reads of a base from its component's objects. Thread-safe. */
public final class Reading {
    private static final String ROW_TYPE = "Cleverence.Warehouse.Row";

    private final Component<ComSession> component;
    private final SingleObjects objects;
    private final ZoneId zone;

    public Reading(Component<ComSession> component, ZoneId zone) {
        this.component = component;
        this.objects = new SingleObjects(component);
        this.zone = zone;
    }

    /** The same reading on behalf of {@code call}. */
    public Reading of(Call call) {
        return new Reading(component.of(call), zone);
    }

    /** Of the base. */
    public ZoneId zone() {
        return zone;
    }

    /** The entities of a set that match. The caller closes them. */
    public Rows<Properties> list(ComponentSchema schema, SetPlace place, Query query) {
        Sources sources = new Sources(component, schema);
        Answer answer = answer(schema, sources);
        answer.requireNavigations(place.type(), query);
        return rows(answer, place.type(), source(schema, sources, place, query), query);
    }

    /** A document or a product that is asked for by its key is asked for as such. */
    private Source source(ComponentSchema schema, Sources sources, SetPlace place, Query query) {
        boolean keyed = place.kind() == SetKind.DOCS || place.kind() == SetKind.PRODUCTS;
        Optional<String> key = keyed ? Pushed.text(query, "id") : Optional.empty();
        return key.map(id -> Source.of(
                        object(schema, place, id).map(Node::of).stream().toList()))
                .orElseGet(() -> sources.of(place, query));
    }

    /** One entity. */
    public Optional<Properties> find(ComponentSchema schema, SetPlace place, String key, Query query) {
        Sources sources = new Sources(component, schema);
        Answer answer = answer(schema, sources);
        answer.requireNavigations(place.type(), query);
        return node(schema, sources, place, key).map(node -> answer.shaped(place.type(), node, query));
    }

    /** The entity whole, with all that stands inline in it. */
    public Optional<Properties> find(ComponentSchema schema, SetPlace place, String key) {
        return node(schema, new Sources(component, schema), place, key).map(Node::entity);
    }

    /** Where a navigation or a table of one entity leads. The caller closes the rows. */
    public Rows<Properties> related(
            ComponentSchema schema, SetPlace place, String key, String navigation, Query query) {
        Sources sources = new Sources(component, schema);
        Answer answer = answer(schema, sources);
        Node node = node(schema, sources, place, key).orElseThrow(() -> place.missing(key));
        Edmx edmx = schema.schema().edmx();
        Optional<EdmProperty> known = place.type().navigation(navigation);
        if (known.isPresent()) {
            StructuredType target = edmx.structured(known.get().type().name()).orElseThrow();
            return rows(answer, target, answer.follow(place.type(), node, known.get()), query);
        }
        Source rows = Optional.of(node.entity())
                .filter(document -> place.kind() == SetKind.DOCS)
                .flatMap(document -> DocumentTables.rows(schema, document, navigation))
                .orElseThrow(() ->
                        ApiTexts.notFound("navigation.unknown", place.info().name(), navigation));
        return rows(answer, edmx.structured(ROW_TYPE).orElseThrow(), rows, query);
    }

    private Answer answer(ComponentSchema schema, Sources sources) {
        return new Answer(schema.schema().edmx(), zone, new ComponentLinks(objects, sources, schema));
    }

    private static Rows<Properties> rows(Answer answer, StructuredType type, Source source, Query query) {
        boolean given = false;
        try {
            Iterator<Properties> rows = answer.rows(type, source, query);
            Rows<Properties> answered = Rows.closing(rows, answer.count(type, source, query), source::close);
            given = true;
            return answered;
        } finally {
            if (!given) {
                source.close();
            }
        }
    }

    private Optional<Node> node(ComponentSchema schema, Sources sources, SetPlace place, String key) {
        if (place.kind() == SetKind.DOCS || place.kind() == SetKind.PRODUCTS) {
            return object(schema, place, key).map(Node::of);
        }
        boolean single = place.kind() == SetKind.PRODUCT_SCHEMA;
        String keyName = place.type().key().get(0);
        Query byKey = single ? Query.ALL : Query.ALL.withFilter(Expression.equal(new Literal.Text(key), keyName));
        try (Source source = sources.of(place, byKey)) {
            Iterator<Node> nodes = source.from(0);
            while (nodes.hasNext()) {
                Node node = nodes.next();
                if (single || key.equals(node.entity().text(keyName))) {
                    return Optional.of(node);
                }
            }
            return Optional.empty();
        }
    }

    /** A document or product by its id; a document of another type than the set's is none. */
    private Optional<Properties> object(ComponentSchema schema, SetPlace place, String id) {
        if (place.kind() == SetKind.PRODUCTS) {
            return objects.product(id);
        }
        return objects.document(id).filter(document -> isOfSet(schema, place, document));
    }

    /** Whether a document is of the type whose documents the set holds. */
    public static boolean isOfSet(ComponentSchema schema, SetPlace place, Properties document) {
        String typeName = document.text("documentTypeName");
        return place.uni().isEmpty()
                || typeName != null
                        && schema.declarations()
                                .documentTypeUni(typeName)
                                .equalsIgnoreCase(place.uni().get());
    }
}
