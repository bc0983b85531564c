package ru.smartsbridge.api.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a read asks for, apart from how it is written. Immutable.
 *
 * @param orderBy keys of the order, the first one first; none: the base's own order
 * @param top at most so many, not negative
 * @param skip so many are passed over first, not negative
 * @param count whether the number of all that match, whatever top and skip say, is wanted
 * @param select the wanted properties, matched ignoring case, or paths to parts of them ({@code packing/name}); empty:
 *     all
 */
public record Query(
        Optional<Expression> filter,
        List<Order> orderBy,
        OptionalLong top,
        OptionalLong skip,
        boolean count,
        List<String> select,
        List<Expansion> expand) {
    /** Everything, with nothing expanded. */
    public static final Query ALL = new Query(
            Optional.empty(), List.of(), OptionalLong.empty(), OptionalLong.empty(), false, List.of(), List.of());

    public Query {
        orderBy = List.copyOf(orderBy);
        select = List.copyOf(select);
        expand = List.copyOf(expand);
    }

    public Query withFilter(Expression newFilter) {
        return new Query(Optional.of(newFilter), orderBy, top, skip, count, select, expand);
    }

    public Query withOrder(Order... orders) {
        return new Query(filter, List.of(orders), top, skip, count, select, expand);
    }

    public Query withTop(long newTop) {
        return new Query(filter, orderBy, OptionalLong.of(newTop), skip, count, select, expand);
    }

    public Query withSkip(long newSkip) {
        return new Query(filter, orderBy, top, OptionalLong.of(newSkip), count, select, expand);
    }

    public Query withCount() {
        return new Query(filter, orderBy, top, skip, true, select, expand);
    }

    public Query withSelect(String... names) {
        return new Query(filter, orderBy, top, skip, count, List.of(names), expand);
    }

    /** With these navigations inline, nothing asked of what is there. */
    public Query withExpand(String... navigations) {
        return withExpand(List.of(navigations).stream().map(Expansion::of).toList());
    }

    /** With these navigations inline. */
    public Query withExpand(List<Expansion> expansions) {
        return new Query(filter, orderBy, top, skip, count, select, expansions);
    }

    /** Whether what comes first in the source comes first in the answer, and all of it comes. */
    public boolean isWholeInOrder() {
        return filter.isEmpty() && orderBy.isEmpty();
    }
}
