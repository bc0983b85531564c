package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.StructuredType;

/** Reads {@code $expand}: navigations with options of their own in brackets, {@code allFields($select=uni;$top=5)}. */
final class ExpandReader {
    /** Levels of nested expansions; the metadata has cycles, a client's need ends at three. */
    private static final int MAX_LEVELS = 8;

    private final Vocabulary vocabulary;
    private final int level;

    ExpandReader(Vocabulary vocabulary) {
        this(vocabulary, 0);
    }

    private ExpandReader(Vocabulary vocabulary, int level) {
        this.vocabulary = vocabulary;
        this.level = level;
    }

    List<Expansion> read(String text, StructuredType type) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (level == MAX_LEVELS) {
            throw ODataTexts.invalid("query.expand.deep", MAX_LEVELS).at("$expand");
        }
        Map<String, Expansion> expansions = new LinkedHashMap<>();
        for (String part : Brackets.split(text, ',')) {
            if (part.strip().equals("*")) {
                type.navigations().keySet().forEach(name -> expansions.putIfAbsent(name, Expansion.of(name)));
            } else {
                Expansion expansion = expansion(part.strip(), type);
                expansions.put(expansion.navigation(), expansion);
            }
        }
        return List.copyOf(expansions.values());
    }

    private Expansion expansion(String text, StructuredType type) {
        int open = text.indexOf('(');
        String name = (open < 0 ? text : text.substring(0, open)).strip();
        if (name.endsWith("/$count") || name.endsWith("/$ref")) {
            throw ODataTexts.invalid("query.expand.form", name, name.substring(0, name.indexOf('/')))
                    .at("$expand");
        }
        EdmProperty navigation = type.navigation(name)
                .orElseThrow(() -> Nearest.to(name, type.navigations().keySet())
                        .map(nearest -> ODataTexts.invalid("query.expand.nearest", name, type.name(), nearest))
                        .orElseGet(() -> ODataTexts.invalid("query.expand.unknown", name, type.name()))
                        .at("$expand"));
        if (open < 0) {
            return Expansion.of(navigation.name());
        }
        if (!text.endsWith(")")) {
            throw ODataTexts.invalid("query.bracket", text).at("$expand");
        }
        StructuredType target = vocabulary
                .schema()
                .edmx()
                .structured(navigation.type().name())
                .orElseThrow(() ->
                        ApiTexts.notFound("edmx.type.unknown", navigation.type().name(), navigation.name()));
        return new Expansion(
                navigation.name(), nested(text.substring(open + 1, text.length() - 1), navigation, target));
    }

    private Query nested(String text, EdmProperty navigation, StructuredType target) {
        Map<String, String> options = new LinkedHashMap<>();
        int levels = 1;
        for (String option : Brackets.split(text, ';')) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                throw ODataTexts.invalid("query.expand.option", option).at("$expand");
            }
            String name = option.substring(0, equals).strip();
            String value = option.substring(equals + 1);
            if (name.equalsIgnoreCase("$levels")) {
                levels = levels(value.strip());
            } else {
                QueryOptions.put(options, name, value);
            }
        }
        Vocabulary below = vocabulary.at(navigation.name());
        String expand = options.remove("$expand");
        Query query = QueryOptions.nested(options, below, target);
        List<Expansion> deeper = new ExpandReader(below, level + 1).read(expand, target);
        return levels(query.withExpand(deeper), navigation, target, levels);
    }

    private int levels(String text) {
        if (text.equalsIgnoreCase("max")) {
            return MAX_LEVELS - level;
        }
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > MAX_LEVELS - level) {
            throw ODataTexts.invalid("query.expand.deep", MAX_LEVELS).at("$expand");
        }
        return Integer.parseInt(text);
    }

    /** The same expansion again in what it leads to, as often as was asked. */
    private static Query levels(Query once, EdmProperty navigation, StructuredType target, int levels) {
        if (levels == 1 || target.navigation(navigation.name()).isEmpty()) {
            return once;
        }
        Query nested = once;
        for (int i = 1; i < levels; i++) {
            List<Expansion> expansions = new ArrayList<>(once.expand());
            expansions.add(new Expansion(navigation.name(), nested));
            nested = once.withExpand(expansions);
        }
        return nested;
    }
}
