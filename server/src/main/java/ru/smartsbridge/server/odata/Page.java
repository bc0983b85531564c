package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ru.smartsbridge.api.query.Query;

/**
 * How much of a collection one answer gives, and where it goes on.
 *
 * @param size entities at most
 * @param query what to ask for: one more than the page, which tells whether there are more
 * @param next where the client goes on
 */
public record Page(long size, Query query, String next) {
    /** All of it. */
    static final Page WHOLE = new Page(Long.MAX_VALUE, Query.ALL, "");

    /** Whether long stretches of what is gone through may give nothing. */
    boolean isSparse() {
        return query.filter().isPresent();
    }

    /**
     * The page that answers a query.
     *
     * @param most entities that an answer may have; empty where there is no bound
     * @param address of the request, without its query
     * @param rawQuery as on the wire, null where there is none
     */
    public static Page of(Query query, OptionalLong most, String address, String rawQuery) {
        long top = query.top().orElse(Long.MAX_VALUE);
        if (most.isEmpty() || top <= most.getAsLong()) {
            return new Page(Long.MAX_VALUE, query, "");
        }
        long size = most.getAsLong();
        List<String> options = new ArrayList<>();
        if (rawQuery != null) {
            for (String option : rawQuery.split("&")) {
                String name = PercentEncoding.decode(option.replaceFirst("=.*", ""));
                if (!name.equalsIgnoreCase("$top") && !name.equalsIgnoreCase("$skip") && !option.isEmpty()) {
                    options.add(option);
                }
            }
        }
        query.top().ifPresent(wanted -> options.add("$top=" + (wanted - size)));
        long skipped = query.skip().orElse(0);
        options.add("$skip=" + (skipped > Long.MAX_VALUE - size ? Long.MAX_VALUE : skipped + size));
        return new Page(size, query.withTop(size + 1), address + "?" + String.join("&", options));
    }
}
