package ru.smartsbridge.com.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.Warehouse;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.schema.ComponentSchema;

/** Which objects of the component a set shows; reads nothing itself before it is gone through. */
final class Sources {
    private final Component<ComSession> component;
    private final ComponentSchema schema;

    Sources(Component<ComSession> component, ComponentSchema schema) {
        this.component = component;
        this.schema = schema;
    }

    /** The whole of a set, as far as {@code query} cannot need more. The caller closes it. */
    Source of(SetPlace place, Query query) {
        OptionalLong wanted = query.isWholeInOrder() ? query.top() : OptionalLong.empty();
        return switch (place.kind()) {
            case DOCS -> documents(place.uni(), Pushed.finishedOnly(query), wanted);
            case PRODUCTS -> new ObjectSource(component, new ObjectSet.Products(new FieldOwner.Products()), wanted);
            case TABLES, ROW ->
                place.uni().isPresent() ? table(place.uni().get(), wanted) : joined(tables(), this::table);
            case DOCUMENT_ITEM -> new Nested(documents(Optional.empty(), false, OptionalLong.empty()), Sources::lines);
            case CELLS -> cells(Pushed.text(query, "warehouseId"));
            case USERS ->
                objects(ComponentClass.USER, session -> session.connector().getUsers());
            case USER_GROUPS ->
                objects(
                        ComponentClass.USER_GROUP,
                        session -> session.connector().getUserGroups());
            case DEVICES ->
                objects(ComponentClass.DEVICE, session -> session.connector().getDevices());
            case WAREHOUSES -> entities(warehouses());
            case DOC_TYPES -> entities(schema.documentTypes());
            case TABLES_INFO -> entities(schema.tables());
            case PRODUCT_SCHEMA -> entities(schema.products().stream().toList());
            default -> throw new IllegalStateException("the capabilities let " + place.kind() + " through");
        };
    }

    /** Plan and fact lines of a document, each with the document that it is of. */
    private static List<Node> lines(Node document) {
        return Stream.of("declaredItems", "currentItems")
                .flatMap(lines -> document.entity().objects(lines).stream())
                .map(line -> new Node(line, Optional.of(document.entity())))
                .toList();
    }

    /** The documents of one type, or of all. */
    private Source documents(Optional<String> uni, boolean finishedOnly, OptionalLong wanted) {
        String typeName = uni.map(this::typeName).orElse(null);
        ObjectSet documents = new ObjectSet.Collection(
                ComponentClass.DOCUMENT,
                new FieldOwner.DocumentHeader(uni.orElse("")),
                session -> session.connector().getDocuments(typeName, finishedOnly));
        return new ObjectSource(component, documents, wanted);
    }

    private String typeName(String uni) {
        return schema.schema()
                .names()
                .documentTypeName(uni)
                .orElseThrow(
                        () -> new IllegalStateException("the metadata has a document type without a name: " + uni));
    }

    private List<String> tables() {
        return schema.tables().stream()
                .map(table -> schema.schema().names().tableUni(table.name()))
                .toList();
    }

    private Source table(String uni) {
        return table(uni, OptionalLong.empty());
    }

    private Source table(String uni, OptionalLong wanted) {
        String name = tableName(uni);
        ObjectSet rows = new ObjectSet.Collection(
                ComponentClass.ROW,
                new FieldOwner.TableRows(uni),
                session -> session.connector().getTableAccessor(name));
        return new ObjectSource(component, rows, wanted);
    }

    private String tableName(String uni) {
        return schema.schema()
                .names()
                .tableName(uni)
                .orElseThrow(() -> new IllegalStateException("the metadata has a table without a name: " + uni));
    }

    /** Cells of one warehouse or of all, each with the warehouse that it is of: the component's do not say it. */
    private Source cells(Optional<String> warehouse) {
        List<String> warehouses = warehouses().stream()
                .map(Warehouse::id)
                .filter(Objects::nonNull)
                .toList();
        List<String> asked = warehouse.map(List::of).orElse(warehouses);
        return joined(asked.stream().filter(warehouses::contains).toList(), this::cellsOf);
    }

    private Source cellsOf(String warehouse) {
        return new Nested(
                bareCells(warehouse),
                cell -> List.of(Node.of(cell.entity().with("warehouseId", Value.text(warehouse)))));
    }

    /** The same without their warehouse, as they are seen from it [edmx]. */
    Source bareCells(String warehouse) {
        ObjectSet cells = new ObjectSet.Collection(
                ComponentClass.CELL,
                new FieldOwner.Undeclared("Cleverence.Warehouse.Cell"),
                session -> session.connector().getCellsAccessor(warehouse));
        return new ObjectSource(component, cells, OptionalLong.empty());
    }

    /** The base may have got a warehouse since the schema was read. */
    private List<Warehouse> warehouses() {
        return component.call("GetEnvironment", session -> session.readSchema().warehouses());
    }

    /** Few objects that belong to no table and have no declared fields. */
    private Source objects(ComponentClass type, Function<ComSession, AutomationObject> opened) {
        ObjectSet set = new ObjectSet.Collection(
                type, new FieldOwner.Undeclared("Cleverence.Warehouse." + type.element()), opened);
        return new ObjectSource(component, set, OptionalLong.empty());
    }

    /** The users of a group. */
    Source users(String group) {
        return new Nested(
                objects(ComponentClass.USER, session -> session.connector().getUsers()),
                user -> group.equals(user.entity().text("groupId")) ? List.of(user) : List.of());
    }

    /** What is at hand. */
    private static Source entities(List<? extends Entity> entities) {
        return Source.of(
                entities.stream().map(entity -> Node.of(entity.properties())).toList());
    }

    private static Source joined(List<String> parts, Function<String, Source> part) {
        return new Joined(parts.stream()
                .<Supplier<Source>>map(name -> () -> part.apply(name))
                .toList());
    }
}
