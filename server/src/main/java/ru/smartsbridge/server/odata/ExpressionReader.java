package ru.smartsbridge.server.odata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Reads {@code $filter} and {@code $orderby} by the grammar of OData 4.0, with {@code in} of 4.01, against a base's
 * metadata: names ignoring case, operands that do not fit together refused. Used for one option.
 */
final class ExpressionReader {
    /** Longer expressions are not written by anybody. */
    private static final int MAX_LENGTH = 16_384;

    /** Brackets within each other, and operators in a row that are computed one after the other. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_CHAIN = 200;
    private static final int MAX_LAMBDAS = 4;
    private static final String COUNT = "$count";
    private static final String IT = "$it";

    private final String option;
    private final Vocabulary vocabulary;
    private final Map<String, String> aliases;
    private final Deque<String> openAliases;
    private final Map<String, Place> variables;
    private final Place entity;
    private final List<Token> tokens;
    private int next;
    private int depth;

    /**
     * @param option what is read, for errors
     * @param aliases values of {@code @name} that the address gives, by name
     */
    ExpressionReader(
            String text, String option, Vocabulary vocabulary, StructuredType type, Map<String, String> aliases) {
        this(text, option, vocabulary, aliases, new ArrayDeque<>(), new LinkedHashMap<>(), Place.of(vocabulary, type));
    }

    private ExpressionReader(
            String text,
            String option,
            Vocabulary vocabulary,
            Map<String, String> aliases,
            Deque<String> openAliases,
            Map<String, Place> variables,
            Place entity) {
        this.option = option;
        this.vocabulary = vocabulary;
        this.aliases = aliases;
        this.openAliases = openAliases;
        this.variables = variables;
        this.entity = entity;
        if (text.length() > MAX_LENGTH) {
            throw error("expression.long", MAX_LENGTH);
        }
        this.tokens = new Lexer(text, option, vocabulary).tokens();
    }

    /** A condition. */
    Expression condition() {
        Typed condition = whole();
        return flag(condition).expression();
    }

    /** Keys of an order. */
    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        do {
            Typed key = or();
            if (key.kind() == Kind.COLLECTION || key.kind() == Kind.OBJECT) {
                throw error("expression.order", key.written());
            }
            boolean descending = peek().is("desc");
            if (descending || peek().is("asc")) {
                next++;
            }
            orders.add(new Order(key.expression(), descending));
        } while (skip(Token.Sort.COMMA));
        end();
        return orders;
    }

    private Typed whole() {
        Typed whole = or();
        end();
        return whole;
    }

    private Typed or() {
        if (++depth > MAX_DEPTH) {
            throw error("expression.deep", MAX_DEPTH);
        }
        List<Typed> parts = new ArrayList<>(List.of(and()));
        while (skip("or")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : logic(new Expression.Or(flags(parts)));
    }

    private Typed and() {
        List<Typed> parts = new ArrayList<>(List.of(binary(Operator.Group.EQUALITY)));
        while (skip("and")) {
            parts.add(binary(Operator.Group.EQUALITY));
        }
        return parts.size() == 1 ? parts.get(0) : logic(new Expression.And(flags(parts)));
    }

    private static Typed logic(Expression expression) {
        return Typed.of(expression, Kind.FLAG, "…");
    }

    private List<Expression> flags(List<Typed> parts) {
        return parts.stream().map(this::flag).map(Typed::expression).toList();
    }

    private Typed flag(Typed operand) {
        if (!operand.kind().fits(Kind.FLAG)) {
            throw error("expression.condition", operand.written());
        }
        return operand;
    }

    /** Operators of one group from left to right, those that bind stronger first. */
    private Typed binary(Operator.Group group) {
        Typed left = stronger(group);
        int chain = 0;
        for (Optional<Operator> operator = operator(group); operator.isPresent(); operator = operator(group)) {
            if (++chain > MAX_CHAIN) {
                throw error("expression.deep", MAX_CHAIN);
            }
            next++;
            left = Operands.joined(this::error, operator.get(), left, stronger(group));
        }
        return left;
    }

    private Typed stronger(Operator.Group group) {
        return switch (group) {
            case EQUALITY -> binary(Operator.Group.RELATION);
            case RELATION -> binary(Operator.Group.SUM);
            case SUM -> binary(Operator.Group.PRODUCT);
            default -> unary();
        };
    }

    private Optional<Operator> operator(Operator.Group group) {
        return peek().is(Token.Sort.WORD)
                ? Operator.named(peek().text()).filter(operator -> operator.group() == group)
                : Optional.empty();
    }

    private Typed unary() {
        if (++depth > MAX_DEPTH) {
            throw error("expression.deep", MAX_DEPTH);
        }
        Typed result = signed();
        depth--;
        return result;
    }

    private Typed signed() {
        if (peek().is("not") && !tokens.get(next + 1).is(Token.Sort.SLASH)) {
            next++;
            return logic(new Expression.Not(flag(unary()).expression()));
        }
        if (skip(Token.Sort.MINUS)) {
            Typed operand = unary();
            if (!operand.kind().fits(Kind.NUMBER) && operand.kind() != Kind.DURATION) {
                throw error("expression.sign", operand.written());
            }
            return Typed.of(new Expression.Negation(operand.expression()), operand.kind(), "-" + operand.written());
        }
        Typed value = primary();
        while (peek().is("has") || peek().is("in")) {
            value = take().is("in") ? in(value) : Operands.joined(this::error, Operator.HAS, value, primary());
        }
        return value;
    }

    private Typed in(Typed operand) {
        require(Token.Sort.OPEN);
        List<Expression> among = new ArrayList<>();
        do {
            Typed one = or();
            Operands.joined(this::error, Operator.EQ, operand, one); // of a kind that can be compared
            among.add(one.expression());
        } while (skip(Token.Sort.COMMA));
        require(Token.Sort.CLOSE);
        return logic(new Expression.In(operand.expression(), among));
    }

    private Typed primary() {
        Token token = take();
        switch (token.sort()) {
            case OPEN:
                Typed inner = or();
                require(Token.Sort.CLOSE);
                return inner;
            case LITERAL:
                Literal literal = token.literal().orElseThrow();
                return Typed.of(new Expression.Constant(literal), Operands.kind(literal), token.text());
            case WORD:
                return token.text().startsWith("@")
                        ? alias(token)
                        : peek().is(Token.Sort.OPEN) ? invocation(token) : path(token);
            case END:
                throw error("expression.end");
            default:
                throw unexpected(token);
        }
    }

    /** The value that the address gives a parameter. */
    private Typed alias(Token token) {
        String value = aliases.get(token.text());
        if (value == null || openAliases.contains(token.text())) {
            throw error("expression.alias", token.text());
        }
        openAliases.push(token.text());
        ExpressionReader reader =
                new ExpressionReader(value, option, vocabulary, aliases, openAliases, variables, entity);
        reader.depth = depth;
        Typed meant = reader.whole();
        openAliases.pop();
        return meant;
    }

    private Typed invocation(Token name) {
        require(Token.Sort.OPEN);
        if (name.is("cast") || name.is("isof")) {
            return typeFunction(name);
        }
        Function function = Function.named(name.text()).orElseThrow(() -> unknownFunction(name));
        List<Typed> arguments = new ArrayList<>();
        if (!peek().is(Token.Sort.CLOSE)) {
            do {
                arguments.add(or());
            } while (skip(Token.Sort.COMMA));
        }
        require(Token.Sort.CLOSE);
        return Operands.called(this::error, function, arguments);
    }

    private BridgeException unknownFunction(Token name) {
        List<String> known =
                Arrays.stream(Function.values()).map(Function::word).toList();
        return Nearest.to(name.text(), known)
                .map(nearest -> error("expression.function.nearest", name.text(), nearest))
                .orElseGet(() -> error("expression.function", name.text(), String.join(", ", known)));
    }

    /** {@code cast(name,Edm.Int32)}, {@code isof(Cleverence.Warehouse.Document)}: the entity itself where one is left out. */
    private Typed typeFunction(Token name) {
        Typed operand = peek().text().indexOf('.') > 0 && tokens.get(next + 1).is(Token.Sort.CLOSE)
                ? new Typed(new Expression.Path("", List.of()), Kind.OBJECT, IT, entity)
                : orThenComma();
        Token type = take();
        require(Token.Sort.CLOSE);
        if (!type.is(Token.Sort.WORD) || !vocabulary.isType(type.text())) {
            throw error("expression.type", type.text(), type.at());
        }
        return name.is("cast")
                ? Typed.of(
                        new Expression.Cast(operand.expression(), type.text()),
                        vocabulary.kind(new EdmType(type.text(), false)),
                        "cast()")
                : logic(new Expression.IsOf(operand.expression(), type.text()));
    }

    private Typed orThenComma() {
        Typed operand = or();
        require(Token.Sort.COMMA);
        return operand;
    }

    private Typed path(Token first) {
        boolean it = first.is(IT);
        boolean variable = variables.containsKey(first.text());
        String start = variable ? first.text() : "";
        Place place = variable ? variables.get(first.text()) : entity;
        List<String> names = new ArrayList<>();
        StringBuilder written = new StringBuilder(first.text());
        if (!it && !variable) {
            place = below(place, first.text(), written, names);
        }
        while (skip(Token.Sort.SLASH)) {
            Token name = take();
            written.append('/').append(name.text());
            if (name.is(COUNT)) {
                requireCollection(place, written);
                return Typed.of(
                        new Expression.Count(new Expression.Path(start, names)), Kind.NUMBER, written.toString());
            }
            if ((name.is("any") || name.is("all")) && peek().is(Token.Sort.OPEN)) {
                requireCollection(place, written);
                return lambda(name.is("all"), new Expression.Path(start, names), place);
            }
            if (!name.is(Token.Sort.WORD)) {
                throw unexpected(name);
            }
            place = below(place, name.text(), written, names);
        }
        return new Typed(new Expression.Path(start, names), place.kind(), written.toString(), place);
    }

    private void requireCollection(Place place, StringBuilder written) {
        if (place.kind() != Kind.COLLECTION && place.kind() != Kind.ANY) {
            throw error("expression.single", written);
        }
    }

    private Place below(Place place, String name, StringBuilder written, List<String> names) {
        if (place.kind() == Kind.COLLECTION) {
            throw error("expression.collection", written.substring(0, written.lastIndexOf("/")));
        }
        if (place.type().filter(type -> type.name().equals(name)).isPresent()) {
            return place; // a cast to what it is anyway
        }
        if (place.type().isEmpty() || name.startsWith("$")) {
            throw error("expression.path", written);
        }
        String spelled = place.names().orElseThrow().property(place.type().get(), name, option);
        names.add(spelled);
        return place.at(spelled);
    }

    private Typed lambda(boolean all, Expression.Path collection, Place place) {
        require(Token.Sort.OPEN);
        if (!all && skip(Token.Sort.CLOSE)) {
            return logic(new Expression.Lambda(false, collection, "", Optional.empty()));
        }
        Token variable = require(Token.Sort.WORD);
        require(Token.Sort.COLON);
        if (variables.size() == MAX_LAMBDAS) {
            throw error("expression.lambdas", MAX_LAMBDAS);
        }
        if (variables.putIfAbsent(variable.text(), place.element()) != null) {
            throw error("expression.variable", variable.text());
        }
        Expression condition = flag(or()).expression();
        variables.remove(variable.text());
        require(Token.Sort.CLOSE);
        return logic(new Expression.Lambda(all, collection, variable.text(), Optional.of(condition)));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next < tokens.size() - 1 ? next++ : next);
    }

    private boolean skip(Token.Sort sort) {
        boolean there = peek().is(sort);
        next += there ? 1 : 0;
        return there;
    }

    private boolean skip(String word) {
        boolean there = peek().is(word);
        next += there ? 1 : 0;
        return there;
    }

    private Token require(Token.Sort sort) {
        Token token = take();
        if (!token.is(sort)) {
            throw unexpected(token);
        }
        return token;
    }

    private void end() {
        if (!peek().is(Token.Sort.END)) {
            throw unexpected(peek());
        }
    }

    private BridgeException unexpected(Token token) {
        return token.is(Token.Sort.END)
                ? error("expression.end")
                : error("expression.unexpected", token.text(), token.at());
    }

    private BridgeException error(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = option;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ODataTexts.invalid(key, all).at(option);
    }
}
