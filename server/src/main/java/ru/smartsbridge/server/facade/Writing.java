package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Body;

/** Writes of single entities: create, change, replace, remove, and the actions of a document. */
final class Writing {
    private final long entityLimit;

    Writing(long entityLimit) {
        this.entityLimit = entityLimit;
    }

    void create(Request request, Address.Entities address) throws IOException {
        request.transport().capabilities().require(Verb.CREATE, address.set().kind());
        create(request, address.set(), request.type(address.info()));
    }

    private <T extends Entity> void create(Request request, EntitySet<T> set, StructuredType type) throws IOException {
        Properties sent = object(request);
        FieldOwner fields = owner(request, set, type, Optional.ofNullable(textOf(sent, "documentTypeName")));
        T entity = set.view(request.checked(type, fields, sent));
        Written<T> written = request.transport().create(set, entity, request.call());
        Exchange exchange = request.exchange();
        exchange.header(
                "Location", exchange.root().location(set, written.entity().key()));
        try (OutputStream out = exchange.answer(written.created() ? Facade.CREATED : Facade.OK, Facade.JSON)) {
            Answers.entity(
                    out,
                    exchange.root().context(set) + "/$entity",
                    written.entity().properties());
        }
    }

    void update(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.UPDATE, address.set().kind());
        Properties changes = checkedFor(request, address);
        request.transport().update(address.set(), address.key(), changes, request.call());
        request.exchange().done(Facade.NO_CONTENT);
    }

    void replace(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.REPLACE, address.set().kind());
        Properties entity = checkedFor(request, address);
        request.transport().replace(address.set(), address.key(), entity, request.call());
        request.exchange().done(Facade.NO_CONTENT);
    }

    void delete(Request request, Address.OneEntity address) {
        request.transport().capabilities().require(Verb.DELETE, address.set().kind());
        request.transport().delete(address.set(), address.key(), request.call());
        request.exchange().done(Facade.NO_CONTENT);
    }

    /** {@code EndUpdate}, {@code Block} and {@code Unblock}, which a document has [edmx]. */
    void action(Request request, Address.EntityAction address) throws IOException {
        Verb verb = address.action().name().equals("EndUpdate") ? Verb.END_UPDATE : Verb.BLOCK;
        request.transport().capabilities().require(verb, address.set().kind());
        Properties parameters;
        try (Body body = new Body(request.exchange().body(), entityLimit)) {
            parameters = body.parameters(address.action());
        }
        switch (address.action().name()) {
            case "EndUpdate" -> request.transport().endUpdate(address.set(), address.key(), request.call());
            case "Block" ->
                request.transport()
                        .block(
                                address.set(),
                                address.key(),
                                Duration.ofSeconds(parameters.decimal("timeout").intValueExact()),
                                request.call());
            case "Unblock" -> request.transport().unblock(address.set(), address.key(), request.call());
            default ->
                throw ApiTexts.notFound(
                        "navigation.unknown",
                        address.set().name(),
                        address.action().name());
        }
        request.exchange().done(Facade.NO_CONTENT);
    }

    private Properties checkedFor(Request request, Address.OneEntity address) throws IOException {
        StructuredType type = request.type(address.info());
        Properties sent = object(request);
        FieldOwner fields = owner(request, address.set(), type, documentType(request, address, sent));
        return request.checked(type, fields, sent);
    }

    /** The type of a stored document decides which fields it may have; asked only where the address does not tell. */
    private static Optional<String> documentType(Request request, Address.OneEntity address, Properties sent) {
        boolean told =
                address.set().kind() != SetKind.DOCS || address.set().uni().isPresent();
        if (told) {
            return Optional.empty();
        }
        String named = textOf(sent, "documentTypeName");
        if (named != null) {
            return Optional.of(named);
        }
        Query header = Query.ALL.withSelect("id", "documentTypeName");
        return request.transport()
                .find(EntitySet.DOCS, address.key(), header, request.call())
                .map(Document::documentTypeName);
    }

    private static FieldOwner owner(
            Request request, EntitySet<?> set, StructuredType type, Optional<String> documentType) {
        return Request.fields(set, type)
                .orElseGet(() -> documentType
                        .map(name -> (FieldOwner) new FieldOwner.DocumentHeader(
                                request.schema().names().documentTypeUni(name)))
                        .orElseGet(() -> new FieldOwner.Undeclared(type.name())));
    }

    /** The text of a property that has not been checked yet. */
    private static String textOf(Properties sent, String name) {
        return sent.get(name)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .orElse(null);
    }

    private Properties object(Request request) throws IOException {
        try (InputStream bytes = request.exchange().body();
                Body body = new Body(bytes, entityLimit)) {
            return body.object();
        }
    }
}
