package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Turns expressions into something that can be asked of one entity after the other: names are looked up once.
 *
 * <p>Used by one thread, for as long as what its {@link Links} read from.
 */
final class Evaluation {
    private final Operands operands;
    private final Comparing comparing;
    private final Functions functions;
    private final Paths paths;
    private final Casts casts;

    Evaluation(Edmx edmx, ZoneId zone, Links links) {
        this.operands = new Operands(edmx, zone);
        this.comparing = new Comparing(operands);
        this.functions = new Functions(operands, OffsetDateTime.now(zone));
        this.paths = new Paths(edmx, operands, links);
        this.casts = new Casts(edmx, operands);
    }

    /** Part of an expression, ready to be asked. */
    @FunctionalInterface
    interface Term {
        Object at(Scope scope);
    }

    /** What names stand for while something is compiled: the entity's type, and those of the variables. */
    record Known(StructuredType entity, Map<String, EdmType> variables) {
        Known with(String variable, EdmType type) {
            Map<String, EdmType> more = new LinkedHashMap<>(variables);
            more.put(variable, type);
            return new Known(entity, more);
        }
    }

    Comparing comparing() {
        return comparing;
    }

    /**
     * A condition, ready to be asked; what is neither true nor false does not meet it. Where it follows nothing, any
     * thread may ask, and several at a time.
     *
     * @param follows whether it takes links to answer
     */
    record Condition(Function<Node, Object> value, boolean follows) {
        boolean test(Node node) {
            return Boolean.TRUE.equals(value.apply(node));
        }
    }

    Condition condition(StructuredType type, Expression expression) {
        int before = paths.waysOut();
        Function<Node, Object> value = value(type, expression);
        return new Condition(value, paths.waysOut() > before);
    }

    /** The value at an entity. */
    Function<Node, Object> value(StructuredType type, Expression expression) {
        Term term = term(expression, new Known(type, Map.of()));
        return node -> term.at(Scope.of(new Spot(Optional.of(type), node)));
    }

    private Term term(Expression expression, Known known) {
        if (expression instanceof Expression.Constant constant) {
            Object value = Operands.of(constant.value());
            return scope -> value;
        }
        if (expression instanceof Expression.Path path) {
            return paths.value(path, known);
        }
        if (expression instanceof Expression.Count count) {
            return counted(paths.value(count.collection(), known));
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary.operator(), term(binary.left(), known), term(binary.right(), known));
        }
        if (expression instanceof Expression.And and) {
            return logic(terms(and.parts(), known), false);
        }
        if (expression instanceof Expression.Or or) {
            return logic(terms(or.parts(), known), true);
        }
        return other(expression, known);
    }

    private Term other(Expression expression, Known known) {
        if (expression instanceof Expression.Not not) {
            Term operand = term(not.operand(), known);
            return scope -> operand.at(scope) instanceof Boolean flag ? !flag : null;
        }
        if (expression instanceof Expression.Negation negation) {
            Term operand = term(negation.operand(), known);
            return scope -> Arithmetic.negated(operand.at(scope));
        }
        if (expression instanceof Expression.In in) {
            return in(term(in.operand(), known), terms(in.among(), known));
        }
        if (expression instanceof Expression.Invocation call) {
            Term[] arguments = terms(call.arguments(), known);
            return scope -> {
                Object[] values = new Object[arguments.length];
                for (int i = 0; i < arguments.length; i++) {
                    values[i] = arguments[i].at(scope);
                }
                return functions.call(call.function(), values);
            };
        }
        if (expression instanceof Expression.Lambda lambda) {
            return lambda(lambda, known);
        }
        if (expression instanceof Expression.Cast cast) {
            Term operand = term(cast.operand(), known);
            return scope -> casts.cast(operand.at(scope), cast.type());
        }
        Expression.IsOf isOf = (Expression.IsOf) expression;
        Term operand = term(isOf.operand(), known);
        return scope -> casts.isOf(operand.at(scope), isOf.type());
    }

    private Term[] terms(List<Expression> expressions, Known known) {
        return expressions.stream().map(part -> term(part, known)).toArray(Term[]::new);
    }

    private Term binary(Operator operator, Term left, Term right) {
        if (operator == Operator.HAS) {
            return scope -> has(left.at(scope), right.at(scope));
        }
        return operator.compares()
                ? scope -> comparing.holds(operator, left.at(scope), right.at(scope))
                : scope -> Arithmetic.of(operator, left.at(scope), right.at(scope));
    }

    private static Boolean has(Object value, Object flags) {
        if (!(flags instanceof Operands.Member wanted)) {
            return null;
        }
        Object own = value instanceof String text ? Operands.member(text, wanted.type()) : value;
        return own instanceof Operands.Member member ? (member.value() & wanted.value()) == wanted.value() : null;
    }

    /** Three-valued: null where nothing decides and something is unknown. */
    private static Term logic(Term[] parts, boolean deciding) {
        return scope -> {
            Boolean result = !deciding;
            for (Term part : parts) {
                Object value = part.at(scope);
                if (Boolean.valueOf(deciding).equals(value)) {
                    return deciding;
                }
                if (!(value instanceof Boolean)) {
                    result = null;
                }
            }
            return result;
        };
    }

    private Term in(Term operand, Term[] among) {
        return scope -> {
            Object value = operand.at(scope);
            for (Term one : among) {
                if (comparing.holds(Operator.EQ, value, one.at(scope))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Term counted(Term collection) {
        return scope -> {
            if (!(collection.at(scope) instanceof Elements elements)) {
                return null;
            }
            long[] count = {0};
            elements.any(element -> {
                scope.spend();
                count[0]++;
                return false;
            });
            return BigDecimal.valueOf(count[0]);
        };
    }

    private Term lambda(Expression.Lambda lambda, Known known) {
        Term collection = paths.value(lambda.collection(), known);
        EdmType element = paths.type(lambda.collection(), known);
        Term condition = lambda.condition()
                .map(inner -> term(inner, known.with(lambda.variable(), element)))
                .orElse(scope -> true);
        return scope -> {
            if (!(collection.at(scope) instanceof Elements elements)) {
                return null;
            }
            boolean stopped = elements.any(one -> {
                scope.spend();
                Object holds = condition.at(scope.with(lambda.variable(), one));
                return Boolean.TRUE.equals(holds) != lambda.all();
            });
            return stopped != lambda.all();
        };
    }
}
