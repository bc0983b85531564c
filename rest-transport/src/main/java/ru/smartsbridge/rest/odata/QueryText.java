package ru.smartsbridge.rest.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.ExpressionText;
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
        query.filter().ifPresent(filter -> options.add("$filter=" + Percent.encode(ExpressionText.of(filter))));
        if (!query.select().isEmpty()) {
            options.add(
                    "$select=" + query.select().stream().map(QueryText::name).collect(Collectors.joining(",")));
        }
        if (!query.expand().isEmpty()) {
            options.add("$expand="
                    + query.expand().stream().map(QueryText::expansion).collect(Collectors.joining(",")));
        }
        if (!query.orderBy().isEmpty()) {
            options.add("$orderby="
                    + Percent.encode(query.orderBy().stream()
                            .map(order -> ExpressionText.of(order.by()) + (order.descending() ? " desc" : ""))
                            .collect(Collectors.joining(","))));
        }
        query.top().ifPresent(top -> options.add("$top=" + top));
        query.skip().ifPresent(skip -> options.add("$skip=" + skip));
        if (query.count()) {
            options.add("$count=true");
        }
        return options;
    }

    private static String name(String name) {
        return name.equals("*") ? name : Addresses.path(name);
    }

    private static String expansion(Expansion expansion) {
        List<String> nested = options(expansion.nested());
        String name = Percent.encode(expansion.navigation());
        return nested.isEmpty() ? name : name + "(" + String.join(";", nested) + ")";
    }
}
