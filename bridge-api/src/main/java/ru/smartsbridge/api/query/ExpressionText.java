package ru.smartsbridge.api.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions as OData 4.0 writes them, apart from the encoding of an address. */
public final class ExpressionText {
    private static final int LONGEST_PLAIN = 40;

    private ExpressionText() {}

    /** The text of an expression; what is read of it is the same expression again. */
    public static String of(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return literal(constant.value());
        }
        if (expression instanceof Expression.Path path) {
            return path(path);
        }
        if (expression instanceof Expression.Count count) {
            return path(count.collection()) + "/$count";
        }
        if (expression instanceof Expression.Binary binary) {
            return operand(binary.left()) + " " + binary.operator().word() + " " + operand(binary.right());
        }
        if (expression instanceof Expression.And and) {
            return joined(and.parts(), " and ");
        }
        if (expression instanceof Expression.Or or) {
            return joined(or.parts(), " or ");
        }
        if (expression instanceof Expression.Lambda lambda) {
            return lambda(lambda);
        }
        return unary(expression);
    }

    private static String unary(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return "not " + operand(not.operand());
        }
        if (expression instanceof Expression.Negation negation) {
            return "-" + operand(negation.operand());
        }
        if (expression instanceof Expression.In in) {
            return operand(in.operand()) + " in (" + listed(in.among()) + ")";
        }
        if (expression instanceof Expression.Invocation call) {
            return call.function().word() + "(" + listed(call.arguments()) + ")";
        }
        if (expression instanceof Expression.Cast cast) {
            return "cast(" + of(cast.operand()) + "," + cast.type() + ")";
        }
        Expression.IsOf isOf = (Expression.IsOf) expression;
        return "isof(" + of(isOf.operand()) + "," + isOf.type() + ")";
    }

    private static String lambda(Expression.Lambda lambda) {
        String inner = lambda.condition()
                .map(condition -> lambda.variable() + ":" + of(condition))
                .orElse("");
        return path(lambda.collection()) + (lambda.all() ? "/all(" : "/any(") + inner + ")";
    }

    private static String path(Expression.Path path) {
        String below = String.join("/", path.names());
        if (path.variable().isEmpty()) {
            return below.isEmpty() ? "$it" : below;
        }
        return below.isEmpty() ? path.variable() : path.variable() + "/" + below;
    }

    private static String joined(List<Expression> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof Expression.And || part instanceof Expression.Or
                        ? "(" + of(part) + ")"
                        : of(part))
                .collect(Collectors.joining(word));
    }

    private static String listed(List<Expression> parts) {
        return parts.stream().map(ExpressionText::of).collect(Collectors.joining(","));
    }

    /** In brackets wherever the standard's precedence would have to be known to do without. */
    private static String operand(Expression expression) {
        boolean compound = expression instanceof Expression.Binary
                || expression instanceof Expression.And
                || expression instanceof Expression.Or
                || expression instanceof Expression.Not
                || expression instanceof Expression.Negation
                || expression instanceof Expression.In;
        return compound ? "(" + of(expression) + ")" : of(expression);
    }

    private static String literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return quoted(text.value());
        }
        if (literal instanceof Literal.Number number) {
            return digits(number.value());
        }
        if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (literal instanceof Literal.Moment moment) {
            return moment.written();
        }
        if (literal instanceof Literal.Day day) {
            return day.value().toString();
        }
        if (literal instanceof Literal.TimeOfDay time) {
            return time.written();
        }
        if (literal instanceof Literal.Length length) {
            return "duration'" + length.written() + "'";
        }
        if (literal instanceof Literal.Member member) {
            return member.type().name() + quoted(member.written());
        }
        if (literal instanceof Literal.NotFinite other) {
            return Double.isNaN(other.value()) ? "NaN" : other.value() > 0 ? "INF" : "-INF";
        }
        return "null";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Without an exponent where that is short: {@code 1E+999999999} must not become its digits. */
    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LONGEST_PLAIN ? number.toPlainString() : number.toString();
    }
}
