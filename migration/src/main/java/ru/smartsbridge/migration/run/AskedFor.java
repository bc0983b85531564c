package ru.smartsbridge.migration.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * What a request for reading asks for, as far as a comparison has to know: the set, whether it is many entities, and
 * which part of them.
 *
 * @param set as {@code $metadata} names it; {@link #OTHER} where it names none
 * @param many whether entities of the set are asked for, not one of them or a part of one
 * @param below names of what is asked for of one entity; empty for the whole
 * @param ordered whether the client has asked for an order
 * @param shown path and query, for people
 */
record AskedFor(String set, boolean many, List<String> below, boolean ordered, String shown) {
    /** What is not of a set that is known. */
    static final String OTHER = "(other)";

    private static final Pattern STEP = Pattern.compile("([^(]*)(\\(.*\\))?");
    private static final String COUNT = "@odata.count";
    private static final String VALUE = "value";

    /**
     * What an answer holds.
     *
     * @param count how many there are in all; null where it was not told
     */
    record Content(List<Properties> entities, Value count) {}

    static AskedFor of(ReadRequest request, Schema schema) {
        String query = request.query() == null ? "" : decoded(request.query());
        String shown = decoded(request.path()) + (query.isEmpty() ? "" : "?" + query);
        boolean ordered = query.toLowerCase(Locale.ROOT).contains("$orderby=");
        List<Matcher> steps = new ArrayList<>();
        for (String step : request.path().split("/")) {
            Matcher matcher = STEP.matcher(decoded(step));
            if (!step.isEmpty() && matcher.matches()) {
                steps.add(matcher);
            }
        }
        if (steps.size() == 1 && steps.get(0).group(1).equalsIgnoreCase(Subjects.METADATA)) {
            return new AskedFor(Subjects.METADATA, false, List.of(), false, shown);
        }
        Optional<SetInfo> two = steps.size() < 2 || steps.get(0).group(2) != null
                ? Optional.empty()
                : schema.edmx().set(steps.get(0).group(1) + "/" + steps.get(1).group(1));
        Optional<SetInfo> one = steps.isEmpty()
                ? Optional.empty()
                : schema.edmx().set(steps.get(0).group(1));
        SetInfo set = two.or(() -> one).orElse(null);
        if (set == null) {
            return new AskedFor(OTHER, false, List.of(), false, shown);
        }
        int own = two.isPresent() ? 2 : 1;
        boolean keyed = steps.get(own - 1).group(2) != null;
        List<String> below = steps.stream().skip(own).map(step -> step.group(1)).toList();
        boolean many = !keyed && !set.singleton() && below.isEmpty();
        return new AskedFor(set.name(), many, below, ordered && many, shown);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return raw;
        }
    }

    /** What is in a successful answer; empty where it cannot be read. */
    Optional<Content> content(ReadAnswer answer) {
        try {
            if (answer.isXml()) {
                return set.equals(Subjects.METADATA)
                        ? one(MetadataView.of(EdmxReader.read(answer.body()), Set.of()))
                        : Optional.empty();
            }
            if (!answer.isJson()) {
                return one(within(Value.text(new String(answer.body(), StandardCharsets.UTF_8))));
            }
            Value value = Json.parse(new ByteArrayInputStream(answer.body()));
            return many
                            && value instanceof Properties collection
                            && collection.get(VALUE).isPresent()
                    ? Optional.of(new Content(
                            collection.objects(VALUE), collection.get(COUNT).orElse(null)))
                    : one(within(value));
        } catch (BridgeException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Content> one(Properties entity) {
        return Optional.of(new Content(List.of(entity), null));
    }

    /** A part of an entity in its place in it, so that it is compared as it would be there. */
    private Properties within(Value answered) {
        Value value = answered;
        if (!below.isEmpty() && value instanceof Properties object && object.has(VALUE)) {
            value = object.get(VALUE).orElseThrow();
        }
        for (int i = below.size() - 1; i >= 0; i--) {
            value = Properties.builder().put(below.get(i), value).build();
        }
        return value instanceof Properties entity
                ? entity
                : Properties.builder().put(VALUE, value).build();
    }

    /** Whether both tell the same number, or one of them none. */
    boolean isSameCount(Content first, Content second) {
        return first.count() == null || second.count() == null || first.count().equals(second.count());
    }
}
