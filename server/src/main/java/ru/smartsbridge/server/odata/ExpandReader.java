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
        List<Expansion> expansions = new ArrayList<>();
        for (String part : Brackets.split(text, ',')) {
            expansions.add(expansion(part.strip(), type));
        }
        return expansions;
    }

    private Expansion expansion(String text, StructuredType type) {
        int open = text.indexOf('(');
        String name = (open < 0 ? text : text.substring(0, open)).strip();
        EdmProperty navigation = type.navigation(name)
                .orElseThrow(() -> Nearest.to(name, type.navigations().keySet())
                        .map(nearest -> ODataTexts.invalid("query.expand.nearest", name, type.name(), nearest))
                        .orElseGet(() -> ODataTexts.invalid("query.expand.unknown", name, type.name()))
                        .at("$expand"));
        if (open < 0) {
            return new Expansion(navigation.name(), Query.ALL);
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
        for (String option : Brackets.split(text, ';')) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                throw ODataTexts.invalid("query.expand.option", option).at("$expand");
            }
            QueryOptions.put(options, option.substring(0, equals).strip(), option.substring(equals + 1));
        }
        Vocabulary below = vocabulary.at(navigation.name());
        String expand = options.remove("$expand");
        Query query = QueryOptions.nested(options, below, target);
        List<Expansion> deeper = new ExpandReader(below, level + 1).read(expand, target);
        return new Query(query.filter(), query.top(), query.skip(), query.count(), query.select(), deeper);
    }
}
