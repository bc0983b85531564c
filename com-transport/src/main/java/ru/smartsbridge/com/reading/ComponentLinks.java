package ru.smartsbridge.com.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.answer.Links;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.text.ComTexts;

/** Follows the navigations that stand in no entity of the component itself. Used for one answer. */
final class ComponentLinks implements Links {
    private static final int KEPT_PRODUCTS = 1_000;

    private final SingleObjects objects;
    private final Sources sources;
    private final ComponentSchema schema;
    /** Many lines are of few products. */
    private final Map<String, Optional<Properties>> products = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Properties>> eldest) {
            return size() > KEPT_PRODUCTS;
        }
    };

    ComponentLinks(SingleObjects objects, Sources sources, ComponentSchema schema) {
        this.objects = objects;
        this.sources = sources;
        this.schema = schema;
    }

    @Override
    public Source follow(StructuredType type, Node node, EdmProperty navigation) {
        Properties entity = node.entity();
        String id = Objects.requireNonNullElse(entity.text("id"), ""); // the component leaves out what is unset
        String name = type.simpleName() + "." + navigation.name();
        return switch (name) {
            case "Document.declaredItems", "Document.currentItems", "Document.tables" -> none();
            case "Document.combinedItems" -> id.isEmpty() ? none() : Source.of(combinedItems(id, entity));
            case "Document.extendedFields" -> id.isEmpty() ? none() : one(objects.extendedFields(id));
            case "DocumentItem.product" -> one(product(entity.text("productId")));
            case "DocumentItem.bindedLine" -> boundLine(node);
            case "Warehouse.cells" -> id.isEmpty() ? none() : sources.bareCells(id);
            case "UserGroup.users" -> id.isEmpty() ? none() : sources.users(id);
            default -> throw ComTexts.error(Category.UNSUPPORTED_HERE, "navigation.unsupported", name);
        };
    }

    private List<Node> combinedItems(String id, Properties document) {
        String typeName = document.text("documentTypeName");
        String uni = typeName == null ? "" : schema.declarations().documentTypeUni(typeName);
        return objects.combinedItems(id, uni).stream()
                .map(line -> new Node(line, Optional.of(document)))
                .toList();
    }

    private static Source none() {
        return Source.of(List.<Node>of());
    }

    private static Source one(Optional<Properties> entity) {
        return Source.of(entity.map(Node::of).stream().toList());
    }

    private Optional<Properties> product(String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        return products.computeIfAbsent(id, objects::product);
    }

    private static Source boundLine(Node line) {
        String uid = line.entity().text("bindedLineUid");
        if (uid == null || uid.isEmpty() || line.parent().isEmpty()) {
            return none();
        }
        Properties document = line.parent().get();
        return Source.of(Stream.of("declaredItems", "currentItems")
                .flatMap(lines -> document.objects(lines).stream())
                .filter(candidate -> uid.equals(candidate.text("uid")))
                .limit(1)
                .map(bound -> new Node(bound, line.parent()))
                .toList());
    }
}
