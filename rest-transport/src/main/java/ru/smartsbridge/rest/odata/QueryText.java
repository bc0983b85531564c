package ru.smartsbridge.rest.odata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Filter;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;

/** A query as OData 4.0 writes it, every option for the server to honour. */
public final class QueryText {
    private QueryText() {}

    /** {@code ?$filter=…&$top=…}, percent-encoded; {@code ""} where nothing is asked. */
    public static String of(Query query) {
        List<String> options = options(query);
        return options.isEmpty() ? "" : "?" + String.join("&", options);
    }

    private static List<String> options(Query query) {
        List<String> options = new ArrayList<>();
        query.filter().ifPresent(filter -> options.add("$filter=" + Percent.encode(filter(filter))));
        if (!query.select().isEmpty()) {
            options.add(
                    "$select=" + query.select().stream().map(QueryText::name).collect(Collectors.joining(",")));
        }
        if (!query.expand().isEmpty()) {
            options.add("$expand="
                    + query.expand().stream().map(QueryText::expansion).collect(Collectors.joining(",")));
        }
        query.top().ifPresent(top -> options.add("$top=" + top));
        query.skip().ifPresent(skip -> options.add("$skip=" + skip));
        if (query.count()) {
            options.add("$count=true");
        }
        return options;
    }

    private static String name(String name) {
        return name.equals("*") ? name : Percent.encode(name);
    }

    private static String expansion(Expansion expansion) {
        List<String> nested = options(expansion.nested());
        String name = Percent.encode(expansion.navigation());
        return nested.isEmpty() ? name : name + "(" + String.join(";", nested) + ")";
    }

    private static String filter(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(QueryText::filter).collect(Collectors.joining(" and "));
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return String.join("/", comparison.path()) + operator(comparison.operator()) + literal(comparison.literal());
    }

    private static String operator(Filter.Operator operator) {
        return switch (operator) {
            case EQ -> " eq ";
        };
    }

    /** Without an exponent where that is short: {@code 1E+999999999} must not become its digits. */
    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 40 ? number.toPlainString() : number.toString();
    }

    private static String literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (literal instanceof Literal.Number number) {
            return digits(number.value());
        }
        if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        }
        return literal instanceof Literal.Moment moment ? moment.written() : "null";
    }
}
