package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Projection;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;

/** Reads: sets, entities, singletons and navigations, written to the client as they come from the transport. */
final class Reading {
    private static final String BASE_INFO = "BaseInfo";
    private static final String ENTITY = "/$entity";

    void list(Request request, Address.Entities address) throws IOException {
        request.transport().capabilities().require(Verb.LIST, address.set().kind());
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Request.fields(address.set(), type));
        String context = request.exchange().root().context(address.set());
        try (Rows<? extends Entity> rows = request.transport().list(address.set(), query, request.call())) {
            write(request, context, rows);
        }
    }

    void find(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.FIND, address.set().kind());
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Request.fields(address.set(), type));
        Entity entity = request.transport()
                .find(address.set(), address.key(), query, request.call())
                .map(Entity.class::cast)
                .orElseThrow(
                        () -> ApiTexts.notFound("entity.unknown", address.set().name(), address.key()));
        write(request, request.exchange().root().context(address.set()) + ENTITY, entity.properties());
    }

    void singleton(Request request, Address.Singleton address) throws IOException {
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Optional.of(new FieldOwner.Undeclared(type.name())));
        Properties entity;
        if (address.info().name().equals(BASE_INFO) && query.expand().isEmpty()) {
            entity = Projection.of(
                    query, request.transport().baseInfo(request.call()).properties());
        } else {
            EntitySet<?> set = EntitySet.named(address.info().name());
            entity = request.transport()
                    .find(set, "", query, request.call())
                    .map(Entity.class::cast)
                    .orElseThrow(() -> ApiTexts.notFound("set.unknown", set.name()))
                    .properties();
        }
        write(
                request,
                request.exchange().root().contextOfSingleton(address.info().name()),
                entity);
    }

    void related(Request request, Address.Related address) throws IOException {
        request.transport().capabilities().require(Verb.RELATED, address.set().kind());
        Optional<EdmProperty> navigation = request.type(address.info()).navigation(address.navigation());
        StructuredType target = navigation
                .flatMap(property ->
                        request.schema().edmx().structured(property.type().name()))
                .orElseGet(() -> rowType(request, address));
        Query query = request.query(target, Optional.empty());
        String context = request.exchange().root().context(address.set(), address.key(), address.navigation());
        boolean single = navigation.isPresent() && !navigation.get().type().collection();
        try (Rows<? extends Entity> rows = request.transport()
                .related(address.set(), address.key(), address.navigation(), query, request.call())) {
            if (!single) {
                write(request, context, rows);
            } else if (rows.hasNext()) {
                write(request, context + ENTITY, rows.next().properties());
            } else {
                request.exchange().done(Facade.NO_CONTENT);
            }
        }
    }

    /** A document's own table is no navigation of the metadata; what it holds are rows. */
    private static StructuredType rowType(Request request, Address.Related address) {
        return request.schema()
                .edmx()
                .set("Row")
                .map(request::type)
                .orElseThrow(() ->
                        ApiTexts.notFound("navigation.unknown", address.set().name(), address.navigation()));
    }

    /** Asks for the first row before the answer begins, so that what fails at once has its own status. */
    private static void write(Request request, String context, Rows<? extends Entity> rows) throws IOException {
        rows.hasNext();
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
            Answers.collection(out, context, rows);
        }
    }

    private static void write(Request request, String context, Properties entity) throws IOException {
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
            Answers.entity(out, context, entity);
        }
    }
}
