package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ru.smartsbridge.api.answer.Links;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.answer.Streams;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.documents.CombinedItems;
import ru.smartsbridge.sandbox.documents.ExtendedFields;
import ru.smartsbridge.sandbox.documents.Lines;
import ru.smartsbridge.sandbox.store.Snapshot;
import ru.smartsbridge.sandbox.store.Stored;

/** What the navigations of an entity lead to: what other sets hold, else what is computed. */
final class Navigations implements Links {
    private static final Set<String> LEADING_OUT = Set.of(
            "Document.combinedItems",
            "Document.extendedFields",
            "DocumentItem.product",
            "DocumentItem.bindedLine",
            "Warehouse.cells",
            "UserGroup.users");

    private final Snapshot snapshot;

    Navigations(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public boolean leadsInside(StructuredType type, EdmProperty navigation) {
        return !LEADING_OUT.contains(qualified(type, navigation));
    }

    @Override
    public Source follow(StructuredType type, Node node, EdmProperty navigation) {
        Properties entity = node.entity();
        return switch (qualified(type, navigation)) {
            case "Document.combinedItems" ->
                Source.of(CombinedItems.of(entity).stream()
                        .map(line -> new Node(line, Optional.of(entity)))
                        .toList());
            case "Document.extendedFields" -> Source.of(List.of(Node.of(ExtendedFields.of(entity))));
            case "DocumentItem.product" -> Source.of(found("Products", key(entity, "productId")));
            case "DocumentItem.bindedLine" -> Source.of(boundLine(node));
            case "Warehouse.cells" -> Source.of(() -> cells(key(entity, "id")));
            case "UserGroup.users" -> Source.of(() -> users(key(entity, "id")));
            default -> throw new IllegalStateException(qualified(type, navigation) + " leads nowhere outside");
        };
    }

    private static String qualified(StructuredType type, EdmProperty navigation) {
        return type.simpleName() + "." + navigation.name();
    }

    /** The text of a key, empty where there is none: nothing is found by that. */
    private static String key(Properties entity, String name) {
        return Base.keyText(entity, name).orElse("");
    }

    private List<Node> found(String shelf, String key) {
        return snapshot.shelf(shelf).flatMap(view -> view.find(key)).map(stored -> Node.of(stored.entity())).stream()
                .toList();
    }

    private static List<Node> boundLine(Node line) {
        String uid = key(line.entity(), "bindedLineUid");
        if (uid.isEmpty() || line.parent().isEmpty()) {
            return List.of();
        }
        Properties document = line.parent().get();
        return Stream.of("declaredItems", "currentItems")
                .flatMap(lines -> Lines.of(document, lines).stream())
                .filter(candidate -> uid.equals(key(candidate, "uid")))
                .map(bound -> new Node(bound, line.parent()))
                .limit(1)
                .toList();
    }

    private Iterator<Node> cells(String warehouse) {
        Iterator<Stored> cells = snapshot.shelf("Cells")
                .map(view -> view.tagged(tag -> tag.equals(warehouse)))
                .orElseGet(() -> List.<Stored>of().iterator());
        // the type Cell has no warehouseId: whose cells they are the address says [edmx]
        return Streams.map(cells, cell -> Node.of(cell.entity().without("warehouseId")));
    }

    private Iterator<Node> users(String group) {
        Iterator<Stored> users = snapshot.shelf("Users")
                .map(view -> view.all())
                .orElseGet(() -> List.<Stored>of().iterator());
        return Streams.map(
                Streams.filter(users, user -> !group.isEmpty() && group.equals(key(user.entity(), "groupId"))),
                user -> Node.of(user.entity()));
    }
}
