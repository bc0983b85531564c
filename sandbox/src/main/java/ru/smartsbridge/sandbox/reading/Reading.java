package ru.smartsbridge.sandbox.reading;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.answer.Answer;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.answer.Streams;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.documents.Lines;
import ru.smartsbridge.sandbox.store.ShelfView;
import ru.smartsbridge.sandbox.store.Snapshot;
import ru.smartsbridge.sandbox.store.Stored;

/** Answers reads of a base. Thread-safe. */
public final class Reading {
    private static final String ROW_TYPE = "Cleverence.Warehouse.Row";

    private final Base base;

    public Reading(Base base) {
        this.base = base;
    }

    /** The entities of a set that match. */
    public Rows<Properties> list(Place place, Query query) {
        return answered(snapshot -> answer -> rows(snapshot, answer, place.type(), source(snapshot, place), query));
    }

    /** One entity. */
    public Optional<Properties> find(Place place, String key, Query query) {
        try (Snapshot snapshot = base.store().snapshot()) {
            Answer answer = answer(snapshot);
            answer.requireNavigations(place.type(), query);
            Optional<Node> node = node(snapshot, place, key);
            if (node.isEmpty() && place.single()) {
                throw place.missing(key);
            }
            return node.map(found -> answer.shaped(place.type(), found, query));
        }
    }

    /** Where a navigation or a table of one entity leads. */
    public Rows<Properties> related(Place place, String key, String name, Query query) {
        return answered(snapshot -> answer -> {
            Node node = node(snapshot, place, key).orElseThrow(() -> place.missing(key));
            Optional<EdmProperty> navigation = place.type().navigation(name);
            if (navigation.isPresent()) {
                StructuredType target =
                        base.edmx().structured(navigation.get().type().name()).orElseThrow();
                Source source = answer.follow(place.type(), node, navigation.get());
                return rows(snapshot, answer, target, source, query);
            }
            Source rows = Optional.of(node.entity())
                    .filter(document -> place.kind() == SetKind.DOCS)
                    .flatMap(document -> tableRows(snapshot, document, name))
                    .orElseThrow(() ->
                            ApiTexts.notFound("navigation.unknown", place.info().name(), name));
            return rows(snapshot, answer, base.edmx().structured(ROW_TYPE).orElseThrow(), rows, query);
        });
    }

    /** The snapshot of an answer lives as long as its rows, and not at all where there are none to come. */
    private Rows<Properties> answered(Function<Snapshot, Function<Answer, Rows<Properties>>> question) {
        Snapshot snapshot = base.store().snapshot();
        try {
            return question.apply(snapshot).apply(answer(snapshot));
        } catch (RuntimeException | Error e) {
            snapshot.close();
            throw e;
        }
    }

    private static Rows<Properties> rows(
            Snapshot snapshot, Answer answer, StructuredType type, Source source, Query query) {
        Iterator<Properties> rows = answer.rows(type, source, query);
        return Rows.closing(new StoreRows<>(rows), answer.count(type, source, query), snapshot::close);
    }

    private Answer answer(Snapshot snapshot) {
        return new Answer(base.edmx(), base.zone(), new Navigations(snapshot));
    }

    private Optional<Node> node(Snapshot snapshot, Place place, String key) {
        if (isGathered(snapshot, place)) {
            Iterator<Node> candidates = gathered(snapshot, place);
            while (candidates.hasNext()) {
                Node node = candidates.next();
                if (Base.keyText(node.entity(), "uid").filter(key::equals).isPresent()) {
                    return Optional.of(node);
                }
            }
            return Optional.empty();
        }
        return snapshot.shelf(place.shelf())
                .flatMap(view -> find(view, place, key))
                .filter(stored -> place.tags().test(stored.tag()))
                .map(stored -> Node.of(stored.entity()));
    }

    private static Optional<Stored> find(ShelfView view, Place place, String key) {
        if (place.kind() == SetKind.CELLS) {
            return view.findFirst(Base.cellKey(key, ""));
        }
        return view.find(place.shelfKey(key));
    }

    private static Source source(Snapshot snapshot, Place place) {
        if (isGathered(snapshot, place)) {
            return Source.of(() -> gathered(snapshot, place));
        }
        Optional<ShelfView> view = snapshot.shelf(place.shelf());
        if (view.isEmpty()) {
            return Source.of(List.of());
        }
        return new ShelfSource(view.get(), place);
    }

    /** Sets that show what others hold, unless a recording has them as sets of their own. */
    private static boolean isGathered(Snapshot snapshot, Place place) {
        boolean view = place.kind() == SetKind.DOCUMENT_ITEM
                || place.kind() == SetKind.ROW
                || place.kind() == SetKind.TABLES && place.uni().isEmpty();
        return view && snapshot.shelf(place.shelf()).isEmpty();
    }

    private static Iterator<Node> gathered(Snapshot snapshot, Place place) {
        if (place.kind() != SetKind.DOCUMENT_ITEM) {
            return Streams.flat(
                    snapshot.shelves(Place.TABLES).iterator(),
                    name -> nodes(snapshot.shelf(name).orElseThrow().all()));
        }
        Iterator<Stored> documents =
                snapshot.shelf(Place.DOCS).map(ShelfView::all).orElseGet(Collections::emptyIterator);
        return Streams.flat(
                documents,
                document -> Stream.of("declaredItems", "currentItems")
                        .flatMap(lines -> Lines.of(document.entity(), lines).stream())
                        .map(line -> new Node(line, Optional.of(document.entity())))
                        .iterator());
    }

    private static Iterator<Node> nodes(Iterator<Stored> stored) {
        return Streams.map(stored, entity -> Node.of(entity.entity()));
    }

    /** The rows of a table that belongs to a document; none where its type declares the table and the document has none. */
    private Optional<Source> tableRows(Snapshot snapshot, Properties document, String uni) {
        for (Properties table : Lines.of(document, "tables")) {
            if (isCalled(table, uni)) {
                return Optional.of(
                        Source.of(Lines.of(table, "rows").stream().map(Node::of).toList()));
            }
        }
        String type = base.schema()
                .current()
                .names()
                .documentTypeUni(Base.keyText(document, "documentTypeName").orElse(""));
        boolean declared = snapshot.shelf("DocTypes").flatMap(types -> types.find(type)).stream()
                .flatMap(found -> Lines.of(found.entity(), "tables").stream())
                .anyMatch(table ->
                        Base.keyText(table, "uni").filter(uni::equalsIgnoreCase).isPresent() || isCalled(table, uni));
        return declared ? Optional.of(Source.of(List.of())) : Optional.empty();
    }

    private boolean isCalled(Properties table, String uni) {
        String tableName = Base.keyText(table, "name").orElse("");
        return !tableName.isEmpty()
                && (tableName.equalsIgnoreCase(uni)
                        || Transliteration.uni(tableName).equalsIgnoreCase(uni)
                        || base.schema().current().names().tableUni(tableName).equalsIgnoreCase(uni));
    }
}
