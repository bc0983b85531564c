package ru.smartsbridge.server.facade;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Projection;
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
import ru.smartsbridge.server.odata.Page;
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

    private static final String BASE_INFO = "BaseInfo";

    private final Base base;
    private final Exchange exchange;
    private final long page;
    private Schema schema;

    /**
     * @param page entities of a collection that one answer gives at most; 0 for no bound
     */
    Request(Base base, Exchange exchange, long page) {
        this.base = base;
        this.exchange = exchange;
        this.page = page;
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
        return withSchema(known -> new AddressReader(known).read(exchange.path()));
    }

    /** The query options, read as those of {@code type}. */
    Query query(StructuredType type, Optional<FieldOwner> fields) {
        return withSchema(
                known -> new QueryOptions(new Vocabulary(known, fields, base.zone())).read(exchange.query(), type));
    }

    /** A query of nothing but the number of those that match. */
    Query countQuery(StructuredType type, Optional<FieldOwner> fields) {
        Query asked = query(type, fields);
        Query count = Query.ALL.withCount().withTop(0);
        return asked.filter().map(count::withFilter).orElse(count);
    }

    /** As much of a collection as one answer gives: what is configured, or less where the client prefers less. */
    Page page(Query query) {
        OptionalLong most = page > 0 ? OptionalLong.of(page) : OptionalLong.empty();
        OptionalLong preferred = Preference.maxPageSize(exchange);
        if (preferred.isPresent() && preferred.getAsLong() < most.orElse(Long.MAX_VALUE)) {
            most = preferred;
            exchange.header(Preference.APPLIED, Preference.MAX_PAGE_SIZE + "=" + preferred.getAsLong());
        }
        return Page.of(query, most, exchange.address(), exchange.query());
    }

    /** One entity, or what stands in a singleton's place. */
    Properties entity(EntitySet<?> set, SetInfo info, String key, Query query) {
        return info.singleton()
                ? entity(info, query)
                : transport()
                        .find(set, key, query, call())
                        .map(Entity.class::cast)
                        .orElseThrow(() -> ApiTexts.notFound("entity.unknown", set.name(), key))
                        .properties();
    }

    /** A singleton. */
    Properties entity(SetInfo singleton, Query query) {
        if (singleton.name().equals(BASE_INFO) && query.expand().isEmpty()) {
            return Projection.of(query, transport().baseInfo(call()).properties());
        }
        EntitySet<?> set = EntitySet.named(singleton.name());
        transport().capabilities().require(Verb.FIND, set);
        return transport()
                .find(set, "", query, call())
                .map(Entity.class::cast)
                .orElseThrow(() -> ApiTexts.notFound("set.unknown", set.name()))
                .properties();
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
