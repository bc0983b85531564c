package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Page;

/** Reads: sets, entities and singletons, written to the client as they come from the transport. */
final class Reading {
    private static final String ENTITY = "/$entity";

    void list(Request request, Address.Entities address) throws IOException {
        request.transport().capabilities().require(Verb.LIST, address.set());
        StructuredType type = request.type(address.info());
        Page page = request.page(request.query(type, Request.fields(address.set(), type)));
        String context = request.exchange().root().context(address.set());
        try (Rows<? extends Entity> rows = request.transport().list(address.set(), page.query(), request.call())) {
            write(request, context, rows, page);
        }
    }

    void count(Request request, Address.Count address) throws IOException {
        request.transport().capabilities().require(Verb.LIST, address.set());
        StructuredType type = request.type(address.info());
        Query query = request.countQuery(type, Request.fields(address.set(), type));
        try (Rows<? extends Entity> rows = request.transport().list(address.set(), query, request.call())) {
            Value count = Value.number(counted(rows));
            try (OutputStream out = request.exchange().answer(Facade.OK, Facade.TEXT)) {
                out.write(Answers.bare(count));
            }
        }
    }

    /** How many there are: what the backend told, else what it gave. */
    static long counted(Rows<?> rows) {
        if (rows.count().isPresent()) {
            return rows.count().getAsLong();
        }
        long count = 0;
        for (; rows.hasNext(); rows.next()) {
            count++;
        }
        return rows.count().orElse(count); // some servers tell it at the end
    }

    void find(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.FIND, address.set());
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Request.fields(address.set(), type));
        Properties entity = request.entity(address.set(), address.info(), address.key(), query);
        write(request, request.exchange().root().context(address.set()) + ENTITY, entity);
    }

    void singleton(Request request, Address.Singleton address) throws IOException {
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Optional.of(new FieldOwner.Undeclared(type.name())));
        write(
                request,
                request.exchange().root().contextOfSingleton(address.info().name()),
                request.entity(address.info(), query));
    }

    /** Asks for the first row before the answer begins, so that what fails at once has its own status. */
    static void write(Request request, String context, Rows<? extends Entity> rows, Page page) throws IOException {
        rows.hasNext();
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
            Answers.collection(out, context, rows, page);
        }
    }

    private static void write(Request request, String context, Properties entity) throws IOException {
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
            Answers.entity(out, context, entity);
        }
    }
}
