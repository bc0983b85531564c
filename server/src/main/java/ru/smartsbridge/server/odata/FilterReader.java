package ru.smartsbridge.server.odata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.query.Filter;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Reads {@code $filter}: comparisons with {@code eq}, joined by {@code and}, with brackets.
 *
 * <p>The rest of the language is told to be unsupported here, by name, so that nobody takes it for a mistake of his.
 */
final class FilterReader {
    /** Longer filters are no filters any more. */
    private static final int MAX_LENGTH = 8_192;

    private static final int MAX_DEPTH = 32;

    private static final Set<String> LATER = Set.of("ne", "gt", "ge", "lt", "le", "or", "not", "in", "has");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<bracket>[(),])|(?<enum>[\\w.]+)?'(?<text>[^']*+(?:''[^']*+)*+)'|(?<word>[^\\s()',]+(?: (?=\\d\\d:\\d\\d(?:[\\s)]|$)))?[^\\s()',]*))");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)(?:(Z)|([ +-])(\\d\\d:\\d\\d))?");

    private record Token(int at, String bracket, String text, String word) {
        boolean is(String other) {
            return other.equalsIgnoreCase(word);
        }

        String written() {
            return bracket != null ? bracket : text != null ? "'" + text + "'" : word;
        }
    }

    private final String filter;
    private final Vocabulary vocabulary;
    private final StructuredType type;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    FilterReader(String filter, Vocabulary vocabulary, StructuredType type) {
        this.filter = filter;
        this.vocabulary = vocabulary;
        this.type = type;
    }

    Filter read() {
        if (filter.length() > MAX_LENGTH) {
            throw ODataTexts.invalid("filter.long", MAX_LENGTH).at("$filter");
        }
        tokenize();
        Filter result = conjunction(0);
        if (next < tokens.size()) {
            throw unexpected(tokens.get(next));
        }
        return result;
    }

    private void tokenize() {
        Matcher matcher = TOKEN.matcher(filter);
        int end = filter.stripTrailing().length();
        int at = 0;
        while (at < end) {
            matcher.region(at, end);
            if (!matcher.lookingAt() || matcher.end() == at) {
                throw ODataTexts.invalid("filter.unreadable", at + 1, filter).at("$filter");
            }
            String text = matcher.group("text");
            tokens.add(new Token(
                    at + 1,
                    matcher.group("bracket"),
                    text == null ? null : text.replace("''", "'"),
                    matcher.group("word")));
            at = matcher.end();
        }
    }

    private Filter conjunction(int depth) {
        List<Filter> parts = new ArrayList<>();
        parts.add(term(depth));
        while (next < tokens.size() && tokens.get(next).is("and")) {
            next++;
            parts.add(term(depth));
        }
        if (next < tokens.size() && tokens.get(next).word() != null) {
            refuseLater(tokens.get(next).word());
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
    }

    private Filter term(int depth) {
        if (depth == MAX_DEPTH) {
            throw ODataTexts.invalid("filter.deep", MAX_DEPTH).at("$filter");
        }
        Token token = take();
        if ("(".equals(token.bracket())) {
            Filter inner = conjunction(depth + 1);
            Token close = take();
            if (!")".equals(close.bracket())) {
                throw unexpected(close);
            }
            return inner;
        }
        if (token.word() == null) {
            throw unexpected(token);
        }
        return comparison(token);
    }

    private Filter comparison(Token path) {
        refuseLater(path.word());
        Token operator = take();
        if ("(".equals(operator.bracket())) {
            throw ODataTexts.unsupported("filter.later", path.word() + "()").at("$filter");
        }
        if (!operator.is("eq")) {
            if (operator.word() != null) {
                refuseLater(operator.word());
            }
            throw unexpected(operator);
        }
        Token value = take();
        List<String> names = new ArrayList<>();
        Optional<EdmProperty> property = resolve(path.word(), names);
        Literal literal = literal(value);
        property.ifPresent(declared -> requireComparable(declared, literal, value));
        return new Filter.Comparison(names, Filter.Operator.EQ, literal);
    }

    /** Spells the path as the base does; the property it ends at, where the metadata declares it. */
    private Optional<EdmProperty> resolve(String path, List<String> names) {
        StructuredType at = type;
        Optional<EdmProperty> property = Optional.empty();
        Vocabulary known = vocabulary;
        for (String name : path.split("/", -1)) {
            if (at == null) {
                throw ODataTexts.invalid("filter.path", path).at("$filter");
            }
            String spelled = known.property(at, name, "$filter");
            property = known.declared(at, spelled);
            at = known.below(at, spelled).orElse(null);
            known = known.at(spelled);
            names.add(spelled);
        }
        return property;
    }

    private Literal literal(Token token) {
        if (token.bracket() != null) {
            throw unexpected(token);
        }
        if (token.text() != null) {
            return new Literal.Text(token.text());
        }
        String word = token.word();
        switch (word.toLowerCase(Locale.ROOT)) {
            case "null":
                return new Literal.Null();
            case "true", "false":
                return new Literal.Flag(Boolean.parseBoolean(word));
            default:
        }
        if (NUMBER.matcher(word).matches()) {
            return new Literal.Number(new BigDecimal(word));
        }
        Matcher moment = MOMENT.matcher(word);
        if (moment.matches()) {
            return moment(moment);
        }
        if (word.matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw ODataTexts.invalid("filter.day", word, token.at()).at("$filter");
        }
        if (word.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
            return new Literal.Text(word);
        }
        throw ODataTexts.invalid("filter.literal", word, token.at()).at("$filter");
    }

    /** A plus that was sent raw has become a space; a date without an offset is in the base's zone. */
    private Literal moment(Matcher parts) {
        try {
            String offset;
            if (parts.group(2) != null) {
                offset = "Z";
            } else if (parts.group(3) != null) {
                offset = (parts.group(3).equals("-") ? "-" : "+") + parts.group(4);
            } else {
                offset = LocalDateTime.parse(parts.group(1))
                        .atZone(vocabulary.zone())
                        .getOffset()
                        .getId();
            }
            String written = parts.group(1) + offset;
            return new Literal.Moment(OffsetDateTime.parse(written), written);
        } catch (DateTimeException e) {
            throw ODataTexts.invalid("filter.date", parts.group()).at("$filter");
        }
    }

    private static void requireComparable(EdmProperty property, Literal literal, Token token) {
        if (literal instanceof Literal.Null) {
            return;
        }
        boolean comparable = switch (property.type().name()) {
            case "Edm.String", "Edm.Guid", "Edm.Duration" -> literal instanceof Literal.Text;
            case "Edm.Boolean" -> literal instanceof Literal.Flag;
            case "Edm.DateTimeOffset" -> literal instanceof Literal.Moment;
            case "Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Single" ->
                literal instanceof Literal.Number;
            default -> true;
        };
        if (!comparable || property.type().collection()) {
            throw ODataTexts.invalid("filter.type", property.name(), property.type(), token.written())
                    .at("$filter");
        }
    }

    private Token take() {
        if (next == tokens.size()) {
            throw ODataTexts.invalid("filter.end", filter).at("$filter");
        }
        return tokens.get(next++);
    }

    private static void refuseLater(String word) {
        if (LATER.contains(word.toLowerCase(Locale.ROOT))) {
            throw ODataTexts.unsupported("filter.later", word).at("$filter");
        }
    }

    private BridgeException unexpected(Token token) {
        return ODataTexts.invalid("filter.unexpected", token.written(), token.at())
                .at("$filter");
    }
}
