package ru.smartsbridge.api.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a read asks for, apart from how it is written. Immutable.
 *
 * @param top at most so many, not negative
 * @param skip so many are passed over first, not negative
 * @param count whether the number of all that match, whatever top and skip say, is wanted
 * @param select names of the wanted properties, matched ignoring case; empty: all
 */
public record Query(
        Optional<Filter> filter,
        OptionalLong top,
        OptionalLong skip,
        boolean count,
        List<String> select,
        List<Expansion> expand) {
    /** Everything, with nothing expanded. */
    public static final Query ALL =
            new Query(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), false, List.of(), List.of());

    public Query {
        select = List.copyOf(select);
        expand = List.copyOf(expand);
    }

    public Query withFilter(Filter newFilter) {
        return new Query(Optional.of(newFilter), top, skip, count, select, expand);
    }

    public Query withTop(long newTop) {
        return new Query(filter, OptionalLong.of(newTop), skip, count, select, expand);
    }

    public Query withSkip(long newSkip) {
        return new Query(filter, top, OptionalLong.of(newSkip), count, select, expand);
    }

    public Query withCount() {
        return new Query(filter, top, skip, true, select, expand);
    }

    public Query withSelect(String... names) {
        return new Query(filter, top, skip, count, List.of(names), expand);
    }

    /** With these navigations inline, nothing asked of what is there. */
    public Query withExpand(String... navigations) {
        List<Expansion> expansions = List.of(navigations).stream()
                .map(name -> new Expansion(name, ALL))
                .toList();
        return new Query(filter, top, skip, count, select, expansions);
    }
}
