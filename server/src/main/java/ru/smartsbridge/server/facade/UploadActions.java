package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Body;
import ru.smartsbridge.server.uploads.UploadKind;

/**
 * The upload actions of products, tables and cells, and what is added between Begin and End.
 *
 * <p>What a request adds is taken whole or not at all, in the memory of one entity.
 */
final class UploadActions {
    private static final String WAREHOUSE = "warehouseId";
    private static final Set<SetKind> TARGETS = Set.of(SetKind.PRODUCTS, SetKind.TABLES, SetKind.CELLS);
    private static final UploadKind[] ENTITIES = {UploadKind.UPDATE, UploadKind.OVERWRITE};

    private final long entityLimit;

    UploadActions(long entityLimit) {
        this.entityLimit = entityLimit;
    }

    /** Whether a POST to the set adds to an upload. */
    static boolean takes(EntitySet<?> set) {
        return TARGETS.contains(set.kind())
                && (set.kind() != SetKind.TABLES || set.uni().isPresent());
    }

    /** An action on the set. */
    void action(Request request, Address.SetAction address) throws IOException {
        request.transport().capabilities().require(Verb.UPLOAD, address.set());
        try (InputStream bytes = request.exchange().body();
                Body body = new Body(bytes, entityLimit)) {
            run(request, address, body);
        }
        request.exchange().done(Facade.NO_CONTENT);
    }

    private void run(Request request, Address.SetAction address, Body body) {
        String name = address.action().name();
        switch (name) {
            case "BeginUpdate", "BeginOverwrite" -> begin(request, address, body);
            case "BeginUploadProducts" -> beginRecords(request, address, body);
            case "AddProductToUpload" -> addRecord(request, address, body);
            case "AddProductsToUpload" -> addRecords(request, body);
            case "EndUpdate", "EndOverwrite", "EndUploadProducts" ->
                request.base().uploads().end(target(address, body), kind(name), request.call());
            case "ResetUpdate", "ResetOverwrite", "ResetUploadProducts" ->
                request.base().uploads().reset(target(address, body), kind(name), request.call());
            default -> throw FacadeTexts.error(Category.UNSUPPORTED_HERE, "action.unknown", name);
        }
    }

    private static UploadKind kind(String action) {
        if (action.endsWith("Update")) {
            return UploadKind.UPDATE;
        }
        return action.endsWith("Overwrite") ? UploadKind.OVERWRITE : UploadKind.RECORDS;
    }

    private void begin(Request request, Address.SetAction address, Body body) {
        UploadTarget target = target(address, body);
        UploadPlan.Mode mode =
                kind(address.action().name()) == UploadKind.UPDATE ? UploadPlan.Mode.UPDATE : UploadPlan.Mode.OVERWRITE;
        UploadPlan<?> plan;
        if (target instanceof UploadTarget.Table table) {
            plan = new UploadPlan.TableRows(table.uni(), mode);
        } else if (target instanceof UploadTarget.Cells cells) {
            plan = new UploadPlan.Cells(cells.warehouseId(), mode);
        } else {
            plan = new UploadPlan.Products(mode);
        }
        request.base().uploads().begin(plan, request.call());
    }

    private void beginRecords(Request request, Address.SetAction address, Body body) {
        Properties parameters = body.parameters(address.action());
        boolean nameless =
                ((Value.Items) parameters.get("lschema").orElseThrow()).values().contains(Value.NULL);
        if (nameless) {
            throw FacadeTexts.error(Category.INVALID_REQUEST, "upload.column.null");
        }
        UploadPlan<?> plan = new UploadPlan.ProductRecords(
                request.known(ProductColumns.of(parameters.texts("lschema"))),
                parameters.flag("rewriteProductsBook"),
                parameters.flag("useFullTextSearch"));
        request.base().uploads().begin(plan, request.call());
    }

    private void addRecord(Request request, Address.SetAction address, Body body) {
        List<String> values = new ArrayList<>();
        Value items = body.parameters(address.action()).get("values").orElseThrow();
        ((Value.Items) items)
                .values()
                .forEach(item -> values.add(item instanceof Value.Text text ? text.value() : null));
        ProductRecord record = new ProductRecord(values);
        recordsPlan(request).columns().requireSize(record);
        add(request, List.of(record).iterator());
    }

    /** The values of many products one after the other, divided by the columns that the upload was begun with [doc]. */
    private void addRecords(Request request, Body body) {
        int columns = recordsPlan(request).columns().names().size();
        add(request, body.groups("AddProductsToUpload", "flds", columns, ProductRecord::new));
    }

    private static UploadPlan.ProductRecords recordsPlan(Request request) {
        return (UploadPlan.ProductRecords)
                request.base().uploads().plan(new UploadTarget.Products(), UploadKind.RECORDS, request.call());
    }

    private static void add(Request request, Iterator<ProductRecord> records) {
        UploadKind[] kinds = {UploadKind.RECORDS};
        request.base().uploads().add(new UploadTarget.Products(), kinds, ProductRecord.class, records, request.call());
    }

    private UploadTarget target(Address.SetAction address, Body body) {
        Properties parameters = body.parameters(address.action());
        return switch (address.set().kind()) {
            case PRODUCTS -> new UploadTarget.Products();
            case CELLS -> new UploadTarget.Cells(parameters.text(WAREHOUSE));
            default -> new UploadTarget.Table(address.set().uni().orElseThrow(() -> noTable(address.set())));
        };
    }

    private static RuntimeException noTable(EntitySet<?> set) {
        return FacadeTexts.error(Category.INVALID_REQUEST, "upload.noTable", set.name());
    }

    /** A POST to the set: one entity, answered with it, or an array, answered without a body [guess: array]. */
    void add(Request request, Address.Entities address) throws IOException {
        request.transport().capabilities().require(Verb.UPLOAD, address.set());
        StructuredType type = request.type(address.info());
        try (InputStream bytes = request.exchange().body();
                Body body = new Body(bytes, entityLimit)) {
            Body.Objects objects = body.objects();
            Checked entities = new Checked(request, address, type, objects);
            add(request, address.set(), entities);
            if (objects.array()) {
                request.exchange().done(Facade.NO_CONTENT);
                return;
            }
            String context = request.exchange().root().context(address.set()) + "/$entity";
            try (OutputStream out = request.exchange().answer(Facade.CREATED, Facade.JSON)) {
                Answers.entity(out, context, entities.last);
            }
        }
    }

    private static void add(Request request, EntitySet<?> set, Checked entities) {
        switch (set.kind()) {
            case PRODUCTS -> add(request, new UploadTarget.Products(), Product.class, entities);
            case TABLES ->
                add(request, new UploadTarget.Table(set.uni().orElseThrow(() -> noTable(set))), Row.class, entities);
            default -> add(request, new UploadTarget.Cells(entities.warehouse()), Cell.class, entities);
        }
    }

    private static <T extends Entity> void add(
            Request request, UploadTarget target, Class<T> type, Iterator<Entity> entities) {
        Iterator<T> typed = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entities.hasNext();
            }

            @Override
            public T next() {
                return type.cast(entities.next());
            }
        };
        request.base().uploads().add(target, ENTITIES, type, typed, request.call());
    }

    /** The entities of a body, each checked as it is taken; cells must be of one warehouse. */
    private static final class Checked implements Iterator<Entity> {
        private final Request request;
        private final Address.Entities address;
        private final StructuredType type;
        private final FieldOwner fields;
        private final Iterator<Properties> sent;
        private Properties ahead;
        private String warehouse;
        private Properties last;

        private Checked(Request request, Address.Entities address, StructuredType type, Iterator<Properties> sent) {
            this.request = request;
            this.address = address;
            this.type = type;
            this.fields = Request.fields(address.set(), type).orElseGet(() -> new FieldOwner.Undeclared(type.name()));
            this.sent = sent;
        }

        /**
         * The warehouse that the first cell names; where it names none, the one that the caller has begun to upload
         * [guess: clients may leave it out, since Begin had it].
         */
        private String warehouse() {
            ahead = sent.hasNext() ? request.checked(type, fields, sent.next()) : null;
            String named = ahead == null ? null : ahead.text(WAREHOUSE);
            if (named != null) {
                warehouse = named;
                return named;
            }
            List<UploadTarget.Cells> open = request.base().uploads().cellsOf(request.call());
            if (open.size() != 1) {
                throw FacadeTexts.error(Category.INVALID_REQUEST, "cells.noWarehouse")
                        .at(WAREHOUSE);
            }
            warehouse = open.get(0).warehouseId();
            return warehouse;
        }

        @Override
        public boolean hasNext() {
            return ahead != null || sent.hasNext();
        }

        @Override
        public Entity next() {
            Properties entity = ahead == null ? request.checked(type, fields, sent.next()) : ahead;
            ahead = null;
            if (warehouse != null) {
                entity = ofWarehouse(entity);
            }
            last = entity;
            return address.set().view(entity);
        }

        private Properties ofWarehouse(Properties cell) {
            String named = cell.text(WAREHOUSE);
            if (named != null && !named.equals(warehouse)) {
                throw FacadeTexts.error(Category.INVALID_REQUEST, "cells.warehouses", warehouse, named)
                        .at(WAREHOUSE);
            }
            return named == null ? cell.with(WAREHOUSE, Value.text(warehouse)) : cell;
        }
    }
}
