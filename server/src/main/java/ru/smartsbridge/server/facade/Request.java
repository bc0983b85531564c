package ru.smartsbridge.server.facade;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EntityCheck;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.AddressReader;
import ru.smartsbridge.server.odata.QueryOptions;
import ru.smartsbridge.server.odata.Vocabulary;

/**
 * A request with the base it is for and what that base says of itself. Used by one thread.
 *
 * <p>A name that the schema does not know may have been added to the base a moment ago, so the schema is read anew
 * once before the request is refused for it.
 */
final class Request {
    /** Texts that tell of a name that is not in the schema. */
    private static final Set<String> UNKNOWN = Set.of(
            "check.field.unknown",
            "check.field.unknown.nearest",
            "columns.unknown",
            "columns.unknown.nearest",
            "set.unknown",
            "set.unknown.nearest");

    private final Base base;
    private final Exchange exchange;
    private Schema schema;

    Request(Base base, Exchange exchange) {
        this.base = base;
        this.exchange = exchange;
        this.schema = base.transport().schema(exchange.call());
    }

    Base base() {
        return base;
    }

    Exchange exchange() {
        return exchange;
    }

    Schema schema() {
        return schema;
    }

    Transport transport() {
        return base.transport();
    }

    Call call() {
        return exchange.call();
    }

    StructuredType type(SetInfo info) {
        return schema.edmx().typeOf(info);
    }

    /** What the request's address points at. */
    Address address() {
        return withSchema(known -> new AddressReader(known.edmx()).read(exchange.path()));
    }

    /** The query options, read as those of {@code type}. */
    Query query(StructuredType type, Optional<FieldOwner> fields) {
        return withSchema(
                known -> new QueryOptions(new Vocabulary(known, fields, base.zone())).read(exchange.query(), type));
    }

    /** The entity as it may be written. */
    Properties checked(StructuredType type, FieldOwner fields, Properties entity) {
        return withSchema(known -> new EntityCheck(known, base.zone()).entity(type, fields, entity));
    }

    /** The columns of an upload, where the base knows every one. */
    ProductColumns known(ProductColumns columns) {
        return withSchema(known -> {
            columns.requireKnown(known);
            return columns;
        });
    }

    private <R> R withSchema(Function<Schema, R> step) {
        try {
            return step.apply(schema);
        } catch (BridgeException e) {
            Schema anew = UNKNOWN.contains(e.text().key()) ? transport().schemaAnew(call()) : schema;
            if (anew == schema) {
                throw e;
            }
            schema = anew;
            return step.apply(schema);
        }
    }

    /** Whose additional fields the entities of a set have; empty where they are of several owners. */
    static Optional<FieldOwner> fields(EntitySet<?> set, StructuredType type) {
        if (set.kind() == SetKind.PRODUCTS) {
            return Optional.of(new FieldOwner.Products());
        }
        if (set.kind() == SetKind.DOCS) {
            return set.uni().map(FieldOwner.DocumentHeader::new);
        }
        if (set.kind() == SetKind.TABLES) {
            return set.uni().map(FieldOwner.TableRows::new);
        }
        return Optional.of(new FieldOwner.Undeclared(type.name()));
    }
}
