package ru.smartsbridge.server.odata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Reads the query string of an address into a {@link Query}.
 *
 * <p>Names of options match ignoring case; options without {@code $} are the client's own and are passed over; a
 * {@code +} is a space, as the server's framework has it.
 */
public final class QueryOptions {
    private static final Set<String> KNOWN =
            Set.of("$filter", "$orderby", "$top", "$skip", "$count", "$select", "$expand");
    /** Options of the standard that Mobile SMARTS does not have [client]. */
    private static final Set<String> FOREIGN =
            Set.of("$search", "$apply", "$compute", "$skiptoken", "$deltatoken", "$index", "$schemaversion");

    private static final int MOST_SELECTED = 500;
    /** Says how the answer is written, which here is always JSON. */
    private static final String FORMAT = "$format";

    private final Vocabulary vocabulary;

    public QueryOptions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The query of a read of {@code type}.
     *
     * @param rawQuery as on the wire, without the question mark; null where there is none
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} naming the option
     */
    public Query read(String rawQuery, StructuredType type) {
        return query(options(rawQuery), type);
    }

    private Query query(Map<String, String> options, StructuredType type) {
        Optional<Expression> filter = Optional.ofNullable(options.get("$filter"))
                .map(text -> new ExpressionReader(text, "$filter", vocabulary, type, aliases(options)).condition());
        List<Order> orderBy = Optional.ofNullable(options.get("$orderby"))
                .map(text -> new ExpressionReader(text, "$orderby", vocabulary, type, aliases(options)).orders())
                .orElse(List.of());
        return new Query(
                filter,
                orderBy,
                number(options, "$top"),
                number(options, "$skip"),
                count(options),
                select(options.get("$select"), type),
                new ExpandReader(vocabulary).read(options.get("$expand"), type));
    }

    /** The query of options within {@code $expand}, which are already decoded. */
    static Query nested(Map<String, String> options, Vocabulary vocabulary, StructuredType type) {
        return new QueryOptions(vocabulary).query(options, type);
    }

    /** Parameters that stand beside the options: {@code @name}. */
    private static Map<String, String> aliases(Map<String, String> options) {
        Map<String, String> aliases = new LinkedHashMap<>();
        options.forEach((name, value) -> {
            if (name.startsWith("@")) {
                aliases.put(name, value);
            }
        });
        return aliases;
    }

    private static Map<String, String> options(String rawQuery) {
        Map<String, String> options = new LinkedHashMap<>();
        if (rawQuery == null) {
            return options;
        }
        for (String part : rawQuery.split("&")) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            if (name.startsWith("$")) {
                put(options, name, value);
            } else if (name.startsWith("@")) {
                options.put(name, value);
            }
        }
        return options;
    }

    /** Adds an option by its name in lower case, once. */
    static void put(Map<String, String> options, String name, String value) {
        String option = name.toLowerCase(Locale.ROOT);
        if (option.equals(FORMAT)) {
            requireJson(value);
            return;
        }
        if (FOREIGN.contains(option)) {
            throw ODataTexts.invalid("query.foreign", name).at(option);
        }
        if (!KNOWN.contains(option)) {
            throw ODataTexts.invalid(
                            "query.unknown",
                            name,
                            String.join(", ", KNOWN.stream().sorted().toList()))
                    .at(name);
        }
        if (options.put(option, value) != null) {
            throw ODataTexts.invalid("query.twice", option).at(option);
        }
    }

    private static void requireJson(String format) {
        boolean json = format.strip().equalsIgnoreCase("json") || format.strip().startsWith("application/json");
        if (!json) {
            throw ODataTexts.invalid("query.format", format).at(FORMAT);
        }
    }

    private static String decode(String raw) {
        return PercentEncoding.decode(raw.replace('+', ' '));
    }

    private static OptionalLong number(Map<String, String> options, String name) {
        String text = options.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.strip().matches("\\d{1,30}")) {
            throw ODataTexts.invalid("query.number", name, text).at(name);
        }
        // no set has more than a long counts
        return OptionalLong.of(new BigInteger(text.strip())
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact());
    }

    private static boolean count(Map<String, String> options) {
        String text = options.getOrDefault("$count", "false").strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw ODataTexts.invalid("query.flag", "$count", text).at("$count");
        }
        return text.equalsIgnoreCase("true");
    }

    private List<String> select(String text, StructuredType type) {
        if (text == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            if (name.isEmpty() || name.indexOf('(') >= 0 || names.size() == MOST_SELECTED) {
                throw ODataTexts.invalid("query.select", text).at("$select");
            }
            names.add(name.equals("*") ? name : selected(name, type));
        }
        return names;
    }

    /** A property, or a path to a part of a complex one, spelled as the base does. */
    private String selected(String path, StructuredType type) {
        List<String> spelled = new ArrayList<>();
        Place place = Place.of(vocabulary, type);
        for (String name : path.split("/", -1)) {
            boolean leads = place.type().isPresent() && (spelled.isEmpty() || !isNavigation(type, spelled.get(0)));
            if (!leads) {
                throw ODataTexts.invalid("query.select", path).at("$select");
            }
            String own = place.names().orElseThrow().property(place.type().get(), name, "$select");
            spelled.add(own);
            place = place.at(own);
        }
        return String.join("/", spelled);
    }

    private static boolean isNavigation(StructuredType type, String name) {
        return type.navigations().containsKey(name);
    }
}
