package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Body;
import ru.smartsbridge.server.odata.Step;

/** Writes of single entities: create, change, replace, remove, and the actions of a document. */
final class Writing {
    private final long entityLimit;

    Writing(long entityLimit) {
        this.entityLimit = entityLimit;
    }

    void create(Request request, Address.Entities address) throws IOException {
        request.transport().capabilities().require(Verb.CREATE, address.set());
        create(request, address.set(), request.type(address.info()));
    }

    private <T extends Entity> void create(Request request, EntitySet<T> set, StructuredType type) throws IOException {
        Properties sent = object(request);
        FieldOwner fields = owner(request, set, type, Optional.ofNullable(textOf(sent, "documentTypeName")));
        T entity = set.view(request.checked(type, fields, sent));
        Written<T> written = request.transport().create(set, entity, request.call());
        Exchange exchange = request.exchange();
        String location = exchange.root().location(set, key(type, written.entity()));
        exchange.header("Location", location);
        Optional<Boolean> representation = Preference.representation(exchange);
        representation.ifPresent(wanted -> Preference.applied(exchange, wanted));
        if (!representation.orElse(true)) {
            exchange.header("OData-EntityId", location);
            exchange.done(Facade.NO_CONTENT);
            return;
        }
        try (OutputStream out = exchange.answer(written.created() ? Facade.CREATED : Facade.OK, Facade.JSON)) {
            Answers.entity(
                    out,
                    exchange.root().context(set) + "/$entity",
                    written.entity().properties());
        }
    }

    /** The key as the metadata names it; empty for what has none, or but one. */
    private static Optional<String> key(StructuredType type, Entity entity) {
        return type.key().stream()
                .findFirst()
                .filter(name -> !(entity instanceof ProductSchema))
                .map(entity.properties()::text);
    }

    void update(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.UPDATE, address.set());
        Properties changes = checkedFor(request, address);
        request.transport().update(address.set(), address.key(), changes, request.call());
        changed(request, address);
    }

    /** Without a body, unless the client prefers to see what became of the entity. */
    private static void changed(Request request, Address.OneEntity address) throws IOException {
        Exchange exchange = request.exchange();
        Optional<Boolean> representation = Preference.representation(exchange);
        boolean shown = representation.orElse(false)
                && request.transport()
                        .capabilities()
                        .missing(Verb.FIND, address.set().kind())
                        .isEmpty();
        representation.ifPresent(wanted -> Preference.applied(exchange, shown));
        if (!shown) {
            exchange.done(Facade.NO_CONTENT);
            return;
        }
        StructuredType type = request.type(address.info());
        Query query = request.query(type, Request.fields(address.set(), type));
        Properties entity = request.entity(address.set(), address.info(), address.key(), query);
        try (OutputStream out = exchange.answer(Facade.OK, Facade.JSON)) {
            Answers.entity(out, exchange.root().context(address.set()) + "/$entity", entity);
        }
    }

    /** Gives a property another value: {@code {"value":…}}, an object, or the bare text of {@code $value}. */
    void property(Request request, Address.Below address) throws IOException {
        request.transport().capabilities().require(Verb.UPDATE, address.set());
        Step.Property property = (Step.Property) address.last();
        Value sent = address.form() == Address.Form.VALUE ? bare(request, property) : value(object(request));
        boolean part = request.exchange().method().equals("PATCH") && sent instanceof Properties;
        Value value = part ? merged(request, address, (Properties) sent) : sent;
        change(request, address, value);
    }

    private static Value value(Properties sent) {
        return sent.get("value").filter(value -> sent.size() == 1).orElse(sent);
    }

    /** A complex value of which only some is sent. */
    private static Value merged(Request request, Address.Below address, Properties changes) {
        Query query = Query.ALL.withSelect(address.last().name());
        Properties there = request.entity(address.set(), address.info(), address.key(), query);
        return there.get(address.last().name())
                .filter(Properties.class::isInstance)
                .map(value -> (Value) ((Properties) value).merged(changes))
                .orElse(changes);
    }

    private Value bare(Request request, Step.Property property) throws IOException {
        byte[] body;
        try (InputStream bytes = request.exchange().body()) {
            body = bytes.readNBytes(Math.toIntExact(Math.min(entityLimit, Integer.MAX_VALUE - 16)));
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Kind kind = property.type().map(type -> Kind.ofPrimitive(type.name())).orElse(Kind.TEXT);
        if (kind == Kind.FLAG && (text.equals("true") || text.equals("false"))) {
            return Value.flag(Boolean.parseBoolean(text));
        }
        boolean number =
                kind == Kind.NUMBER && text.matches("-?(0|[1-9]\\d{0,300})(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?");
        return number ? new Value.Number(text) : Value.text(text);
    }

    /** Takes a property's value away. */
    void removeProperty(Request request, Address.Below address) {
        request.transport().capabilities().require(Verb.UPDATE, address.set());
        change(request, address, Value.NULL);
    }

    private static void change(Request request, Address.Below address, Value value) {
        Address.OneEntity entity = new Address.OneEntity(address.set(), address.info(), address.key());
        Properties changes =
                Properties.builder().put(address.last().name(), value).build();
        StructuredType type = request.type(address.info());
        FieldOwner fields = owner(request, address.set(), type, documentType(request, entity, changes));
        Properties checked = request.checked(type, fields, changes);
        request.transport().update(address.set(), address.key(), checked, request.call());
        request.exchange().done(Facade.NO_CONTENT);
    }

    void replace(Request request, Address.OneEntity address) throws IOException {
        request.transport().capabilities().require(Verb.REPLACE, address.set());
        Properties entity = checkedFor(request, address);
        request.transport().replace(address.set(), address.key(), entity, request.call());
        changed(request, address);
    }

    void delete(Request request, Address.OneEntity address) {
        request.transport().capabilities().require(Verb.DELETE, address.set());
        request.transport().delete(address.set(), address.key(), request.call());
        request.exchange().done(Facade.NO_CONTENT);
    }

    /** {@code EndUpdate}, {@code Block} and {@code Unblock}, which a document has [edmx]. */
    void action(Request request, Address.EntityAction address) throws IOException {
        Verb verb = address.action().name().equals("EndUpdate") ? Verb.END_UPDATE : Verb.BLOCK;
        request.transport().capabilities().require(verb, address.set());
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
