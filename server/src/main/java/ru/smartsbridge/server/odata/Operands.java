package ru.smartsbridge.server.odata;

import java.util.List;
import java.util.Locale;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;

/** Which operands fit together, and what comes of them. Stateless. */
final class Operands {
    private Operands() {}

    /** How the option that is read refuses what is wrong in it. */
    @FunctionalInterface
    interface Refusal {
        BridgeException error(String key, Object... arguments);
    }

    /** What sort of value a constant is; null may stand anywhere. */
    static Kind kind(Literal literal) {
        if (literal instanceof Literal.Text) {
            return Kind.TEXT;
        }
        if (literal instanceof Literal.Number || literal instanceof Literal.NotFinite) {
            return Kind.NUMBER;
        }
        if (literal instanceof Literal.Flag) {
            return Kind.FLAG;
        }
        if (literal instanceof Literal.Moment) {
            return Kind.MOMENT;
        }
        if (literal instanceof Literal.Day) {
            return Kind.DAY;
        }
        if (literal instanceof Literal.TimeOfDay) {
            return Kind.TIME_OF_DAY;
        }
        if (literal instanceof Literal.Length) {
            return Kind.DURATION;
        }
        return literal instanceof Literal.Member ? Kind.MEMBER : Kind.ANY;
    }

    /** Two operands with an operator between them. */
    static Typed joined(Refusal refusal, Operator operator, Typed left, Typed right) {
        Expression expression = new Expression.Binary(operator, left.expression(), right.expression());
        String written = left.written() + " " + operator.word() + " " + right.written();
        if (operator == Operator.HAS) {
            if (!left.kind().fits(Kind.MEMBER) || right.kind() != Kind.MEMBER) {
                throw refusal.error("expression.flags", written);
            }
            return Typed.of(expression, Kind.FLAG, written);
        }
        if (operator.compares()) {
            requireComparable(refusal, left, right);
            return Typed.of(expression, Kind.FLAG, written);
        }
        boolean zero = right.expression() instanceof Expression.Constant constant
                && constant.value() instanceof Literal.Number number
                && number.value().signum() == 0;
        if (zero && operator.group() == Operator.Group.PRODUCT && operator != Operator.MUL) {
            throw refusal.error("expression.zero", written);
        }
        Kind kind = computed(operator, left.kind(), right.kind());
        if (kind == null) {
            throw refusal.error("expression.arithmetic", left.written(), operator.word(), right.written());
        }
        return Typed.of(expression, kind, written);
    }

    private static void requireComparable(Refusal refusal, Typed left, Typed right) {
        if (isNull(left) || isNull(right)) {
            return;
        }
        boolean plain = isPlain(left.kind()) && isPlain(right.kind());
        boolean named = left.kind() == Kind.MEMBER && right.kind() == Kind.TEXT
                || left.kind() == Kind.TEXT && right.kind() == Kind.MEMBER;
        if (plain && (named || left.kind().fits(right.kind()))) {
            return;
        }
        if (left.kind() == Kind.MOMENT && right.kind() == Kind.DAY) {
            throw refusal.error("expression.day", right.written());
        }
        throw refusal.error("expression.compare", left.written(), told(left.kind()), right.written());
    }

    private static boolean isNull(Typed operand) {
        return operand.expression() instanceof Expression.Constant constant && constant.value() instanceof Literal.Null;
    }

    private static boolean isPlain(Kind kind) {
        return kind != Kind.COLLECTION && kind != Kind.OBJECT;
    }

    private static String told(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What comes of a computation; null where the operands do not fit. */
    private static Kind computed(Operator operator, Kind left, Kind right) {
        if (left == Kind.ANY || right == Kind.ANY) {
            return isPlain(left) && isPlain(right) ? Kind.ANY : null;
        }
        if (left == Kind.NUMBER && right == Kind.NUMBER) {
            return Kind.NUMBER;
        }
        boolean sum = operator.group() == Operator.Group.SUM;
        boolean dated = left == Kind.MOMENT || left == Kind.DAY || left == Kind.DURATION;
        if (sum && dated && right == Kind.DURATION) {
            return left;
        }
        if (operator == Operator.SUB && dated && left == right) {
            return Kind.DURATION;
        }
        if (operator == Operator.ADD && left == Kind.DURATION && (right == Kind.MOMENT || right == Kind.DAY)) {
            return right;
        }
        boolean scaled = left == Kind.DURATION && right == Kind.NUMBER && operator.group() == Operator.Group.PRODUCT
                || left == Kind.NUMBER && right == Kind.DURATION && operator == Operator.MUL;
        return scaled && operator != Operator.MOD ? Kind.DURATION : null;
    }

    /** A function with its arguments. */
    static Typed called(Refusal refusal, Function function, List<Typed> arguments) {
        int most = function.parameters().size();
        if (arguments.size() < function.required() || arguments.size() > most) {
            throw refusal.error("expression.arguments", function.word(), most, arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            Typed argument = arguments.get(i);
            boolean fits =
                    isPlain(argument.kind()) && function.parameters().get(i).takes(argument.kind());
            if (!fits) {
                throw refusal.error("expression.argument", argument.written(), function.word(), i + 1);
            }
        }
        List<Expression> values = arguments.stream().map(Typed::expression).toList();
        return Typed.of(new Expression.Invocation(function, values), function.result(), function.word() + "()");
    }
}
