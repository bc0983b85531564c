package ru.smartsbridge.api.query;

import java.util.List;
import java.util.Optional;

/**
 * Something that has a value at an entity: what a filter demands, and what an order goes by. Immutable.
 *
 * <p>Null follows the standard's three-valued logic: an operation on null is null, but for {@code eq}, {@code ne} and
 * {@code in}, which compare with it, and the other comparisons, which are false. Names match ignoring case.
 */
public sealed interface Expression {
    /** A value that does not depend on the entity. */
    record Constant(Literal value) implements Expression {}

    /**
     * A property, or what a navigation leads to.
     *
     * @param variable of a lambda around; {@code ""} for the entity itself
     * @param names from there down, such as {@code [packing, name]}; none for the variable itself
     */
    record Path(String variable, List<String> names) implements Expression {
        public Path {
            names = List.copyOf(names);
        }

        /** From the entity itself. */
        public static Path of(String... names) {
            return new Path("", List.of(names));
        }
    }

    /** How many a collection has: {@code declaredItems/$count}. */
    record Count(Path collection) implements Expression {}

    /** Two operands with something between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** All of them hold. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Expression> demanded() {
            return parts.stream().flatMap(part -> part.demanded().stream()).toList();
        }
    }

    /** Any of them holds. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. */
    record Not(Expression operand) implements Expression {}

    /** A number or a duration with the other sign. */
    record Negation(Expression operand) implements Expression {}

    /** Equal to one of them. */
    record In(Expression operand, List<Expression> among) implements Expression {
        public In {
            among = List.copyOf(among);
        }
    }

    /** A function of the standard. */
    record Invocation(Function function, List<Expression> arguments) implements Expression {
        public Invocation {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Whether any or all of a collection meet a condition.
     *
     * @param variable what the condition calls one of them; {@code ""} where there is no condition
     * @param condition none: whether there is anything at all
     */
    record Lambda(boolean all, Path collection, String variable, Optional<Expression> condition)
            implements Expression {}

    /** The value as another type; null where it has none there. */
    record Cast(Expression operand, String type) implements Expression {}

    /** Whether the value is of a type, qualified; null is of none. */
    record IsOf(Expression operand, String type) implements Expression {}

    /** A property that is equal to a constant, the most frequent of all. */
    static Expression equal(Literal literal, String... path) {
        return new Binary(Operator.EQ, Path.of(path), new Constant(literal));
    }

    /** All of them hold. */
    static Expression and(Expression... parts) {
        return new And(List.of(parts));
    }

    /** The conditions that must all hold for this one to: its parts where it is a conjunction, else itself. */
    default List<Expression> demanded() {
        return List.of(this);
    }
}
