package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.answer.Answer;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Address.Form;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Page;
import ru.smartsbridge.server.odata.Step;

/**
 * Reads what stands below an entity. A navigation is one call of the transport, whatever comes after it is asked for
 * inline in the same call; a property is taken out of its entity.
 */
final class Paths {
    private static final String ENTITY = "/$entity";

    void read(Request request, Address.Below address) throws IOException {
        Step first = address.steps().get(0);
        if (first instanceof Step.Property || address.info().singleton()) {
            inEntity(request, address);
        } else if (first instanceof Step.Table table
                && address.form() == Form.VALUE
                && address.steps().size() == 1) {
            field(request, address, table);
        } else {
            try {
                related(request, address);
            } catch (BridgeException e) {
                if (e.category() != Category.NOT_FOUND
                        || !(first instanceof Step.Table table)
                        || address.steps().size() > 1) {
                    throw e;
                }
                fieldOr(request, address, table, e);
            }
        }
    }

    /** Properties of an entity, and all that is below a singleton. */
    private void inEntity(Request request, Address.Below address) throws IOException {
        if (!address.info().singleton()) { // of these, BaseInfo is always there
            request.transport().capabilities().require(Verb.FIND, address.set());
        }
        Query query = inline(request, request.type(address.info()), address.steps(), last(request, address));
        Properties entity = request.entity(address.set(), address.info(), address.key(), query);
        answer(request, address, below(request, address, entity, address.steps()));
    }

    /** What the metadata does not know may be a field that nobody declared. */
    private void field(Request request, Address.Below address, Step.Table table) throws IOException {
        fieldOr(
                request,
                address,
                table,
                ApiTexts.notFound("navigation.unknown", address.set().name(), table.name()));
    }

    private void fieldOr(Request request, Address.Below address, Step.Table table, BridgeException otherwise)
            throws IOException {
        Properties entity = entityWith(request, address, table.name(), otherwise);
        String name = entity.nameIgnoringCase(table.name())
                .filter(found -> table.key().isEmpty())
                .orElseThrow(() -> otherwise);
        List<Step> steps = List.of(new Step.Property(name, Optional.empty()));
        Address.Below field = new Address.Below(address.set(), address.info(), address.key(), steps, address.form());
        answer(request, field, entity.get(name).orElse(Value.NULL));
    }

    /** A backend that knows better than we do which fields there are refuses to select another. */
    private static Properties entityWith(
            Request request, Address.Below address, String field, BridgeException otherwise) {
        try {
            return request.entity(address.set(), address.info(), address.key(), Query.ALL.withSelect(field));
        } catch (BridgeException e) {
            throw e.category() == Category.INVALID_REQUEST ? otherwise : e;
        }
    }

    private void related(Request request, Address.Below address) throws IOException {
        request.transport().capabilities().require(Verb.RELATED, address.set());
        Step first = address.steps().get(0);
        StructuredType target = target(request, first);
        List<Step> rest = address.steps().subList(1, address.steps().size());
        boolean all = key(first).isEmpty() && isMany(first);
        if (all && address.form() == Form.COUNT) {
            count(request, address, first, target);
        } else if (all) {
            list(request, address, first, target);
        } else {
            Query query = keyed(inline(request, target, rest, last(request, address)), target, key(first));
            Optional<Properties> found = one(request, address, first, query);
            if (found.isEmpty()) {
                if (key(first).isPresent()) {
                    throw ApiTexts.notFound(
                            "entity.unknown", first.name(), key(first).get());
                }
                request.exchange().done(Facade.NO_CONTENT);
                return;
            }
            answer(request, address, below(request, address, found.get(), rest));
        }
    }

    private static Optional<Properties> one(Request request, Address.Below address, Step first, Query query) {
        try (Rows<OtherEntity> rows =
                request.transport().related(address.set(), address.key(), first.name(), query, request.call())) {
            return rows.hasNext() ? Optional.of(rows.next().properties()) : Optional.empty();
        }
    }

    private static void count(Request request, Address.Below address, Step first, StructuredType target)
            throws IOException {
        Query query = request.countQuery(target, Optional.empty());
        try (Rows<OtherEntity> rows =
                request.transport().related(address.set(), address.key(), first.name(), query, request.call())) {
            bare(request, Value.number(Reading.counted(rows)));
        }
    }

    private static void list(Request request, Address.Below address, Step first, StructuredType target)
            throws IOException {
        Page page = request.page(request.query(target, Optional.empty()));
        String context = request.exchange().root().context(address);
        try (Rows<? extends Entity> rows =
                request.transport().related(address.set(), address.key(), first.name(), page.query(), request.call())) {
            Reading.write(request, context, rows, page);
        }
    }

    /** The client's own query, which is of what the address ends at; none where that is a scalar. */
    private static Query last(Request request, Address.Below address) {
        Step last = address.last();
        if (address.form() == Form.COUNT || last instanceof Step.Property) {
            return Query.ALL;
        }
        return request.query(target(request, last), Optional.empty());
    }

    /** What has to be asked of an entity so that it holds inline what the steps lead to. */
    private static Query inline(Request request, StructuredType type, List<Step> steps, Query last) {
        if (steps.isEmpty()) {
            return last;
        }
        Step step = steps.get(0);
        if (step instanceof Step.Property) {
            return Query.ALL.withSelect(step.name());
        }
        StructuredType target = target(request, step);
        Query nested = inline(request, target, steps.subList(1, steps.size()), last);
        Query asked = Query.ALL.withExpand(List.of(new Expansion(step.name(), keyed(nested, target, key(step)))));
        return type.key().isEmpty() ? asked : asked.withSelect(type.key().get(0));
    }

    private static Query keyed(Query query, StructuredType type, Optional<String> key) {
        return key.map(one -> query.withFilter(Expression.equal(
                                new Literal.Text(one), type.key().get(0)))
                        .withTop(1))
                .orElse(query);
    }

    private static StructuredType target(Request request, Step step) {
        Optional<String> name = step instanceof Step.Navigation navigation
                ? Optional.of(navigation.property().type().name())
                : Optional.empty();
        return name.flatMap(request.schema().edmx()::structured)
                .or(() -> request.schema().edmx().set(SetKind.ROW.edmName()).map(request::type))
                .orElseThrow(() -> ApiTexts.notFound("edmx.type.unknown", step.name(), step.name()));
    }

    private static Optional<String> key(Step step) {
        return step instanceof Step.Navigation navigation
                ? navigation.key()
                : step instanceof Step.Table table ? table.key() : Optional.empty();
    }

    /** Whether there can be more than one at the end of a step. */
    private static boolean isMany(Step step) {
        return step instanceof Step.Navigation navigation
                ? navigation.property().type().collection()
                : step instanceof Step.Table;
    }

    /** What the steps lead to in an entity that holds it. */
    private static Value below(Request request, Address.Below address, Properties entity, List<Step> steps) {
        Value at = entity;
        for (Step step : steps) {
            Properties around = at instanceof Properties object ? object : Properties.EMPTY;
            Optional<Value> found = around.nameIgnoringCase(step.name()).flatMap(around::get);
            boolean declared =
                    !(step instanceof Step.Property property) || property.type().isPresent();
            if (found.isEmpty() && !declared) {
                throw ApiTexts.notFound(
                        "check.property.unknown", step.name(), address.info().type());
            }
            at = found.orElse(Value.NULL);
            if (key(step).isPresent()) {
                at = withKey(request, step, at);
            } else if (at == Value.NULL && step != address.last()) {
                throw ApiTexts.notFound("entity.unknown", address.info().name(), step.name());
            }
        }
        return at;
    }

    private static Value withKey(Request request, Step step, Value items) {
        String name = target(request, step).key().get(0);
        List<? extends Value> all = items instanceof Value.Items own ? own.values() : List.of();
        return all.stream()
                .filter(item ->
                        item instanceof Properties object && key(step).get().equals(object.text(name)))
                .findFirst()
                .orElseThrow(() -> ApiTexts.notFound(
                        "entity.unknown", step.name(), key(step).get()));
    }

    private static void answer(Request request, Address.Below address, Value value) throws IOException {
        if (address.form() == Form.COUNT) {
            bare(request, Value.number(items(request, address, value).count()));
            return;
        }
        if (value == Value.NULL) {
            request.exchange().done(Facade.NO_CONTENT);
            return;
        }
        if (address.form() == Form.VALUE) {
            if (value instanceof Properties || value instanceof Value.Items) {
                throw FacadeTexts.error(
                        Category.INVALID_REQUEST, "value.none", address.last().name());
            }
            bare(request, value);
            return;
        }
        String context = request.exchange().root().context(address);
        if (value instanceof Value.Items) {
            Items items = items(request, address, value);
            try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
                Answers.items(out, context, items.all(), items.number());
            }
            return;
        }
        boolean entity = address.last() instanceof Step.Navigation || address.last() instanceof Step.Table;
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.JSON)) {
            Answers.property(out, entity ? context + ENTITY : context, value);
        }
    }

    /** @param number how many match in all, where that is asked for */
    private record Items(List<Value> all, OptionalLong number) {
        long count() {
            return number.orElse(all.size());
        }
    }

    /** What is in a collection; the client's options are for us to honour where it is of complex values. */
    private static Items items(Request request, Address.Below address, Value value) {
        List<Value> values = value instanceof Value.Items items ? items.values() : List.of();
        Optional<StructuredType> complex = address.last() instanceof Step.Property property
                ? property.type().map(EdmType::name).flatMap(request.schema().edmx()::structured)
                : Optional.empty();
        boolean counts = address.form() == Form.COUNT;
        if (complex.isEmpty() && !(counts && address.last() instanceof Step.Navigation)) {
            return new Items(values, OptionalLong.empty());
        }
        StructuredType type = complex.orElseGet(() -> target(request, address.last()));
        Query query = counts ? request.countQuery(type, Optional.empty()) : request.query(type, Optional.empty());
        Answer answer = new Answer(
                request.schema().edmx(), request.base().zone(), (around, node, link) -> Source.of(List.<Node>of()));
        Source source = Source.of(values.stream()
                .filter(Properties.class::isInstance)
                .map(object -> Node.of((Properties) object))
                .toList());
        List<Value> matching = new ArrayList<>();
        for (Iterator<Properties> rows = answer.rows(type, source, query); rows.hasNext(); ) {
            matching.add(rows.next());
        }
        return new Items(matching, answer.count(type, source, query));
    }

    private static void bare(Request request, Value scalar) throws IOException {
        try (OutputStream out = request.exchange().answer(Facade.OK, Facade.TEXT)) {
            out.write(Answers.bare(scalar));
        }
    }
}
