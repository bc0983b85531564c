package ru.smartsbridge.server.facade;

import java.util.Optional;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EntityCheck;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.odata.QueryOptions;
import ru.smartsbridge.server.odata.Vocabulary;

/**
 * A request with the base it is for and what that base says of itself.
 *
 * @param schema one for the whole request, so that it is read and checked by the same rules
 */
record Request(Base base, Schema schema, Exchange exchange) {
    Transport transport() {
        return base.transport();
    }

    Call call() {
        return exchange.call();
    }

    StructuredType type(SetInfo info) {
        return schema.edmx().typeOf(info);
    }

    /** The query options, read as those of {@code type}. */
    Query query(StructuredType type, Optional<FieldOwner> fields) {
        return new QueryOptions(new Vocabulary(schema, fields, base.zone())).read(exchange.query(), type);
    }

    /** The entity as it may be written. */
    Properties checked(StructuredType type, FieldOwner fields, Properties entity) {
        return new EntityCheck(schema, base.zone()).entity(type, fields, entity);
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
