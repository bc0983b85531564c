package ru.smartsbridge.server.odata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.schema.EnumType;

/** Divides an expression into tokens, literals read. */
final class Lexer {
    private static final String END = "(?=$|[\\s(),/:;])";
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$@]|-INF");
    private static final Pattern WORD = Pattern.compile("[^\\s'(),/:]+");
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}" + END);
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?)(?:(Z)|([ +-])(\\d\\d:\\d\\d))?" + END);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d" + END);
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?" + END);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,3})?" + END);
    private static final Pattern DURATION = Pattern.compile(
            "([+-])?(P(?:\\d{1,15}D)?(?:T(?:\\d{1,15}H)?(?:\\d{1,15}M)?(?:\\d{1,15}(?:\\.\\d{1,12})?S)?)?)");
    private static final int NANO_DIGITS = 9;

    private final String text;
    private final String option;
    private final Vocabulary vocabulary;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /**
     * @param option what is read, for errors: {@code $filter}
     */
    Lexer(String text, String option, Vocabulary vocabulary) {
        this.text = text;
        this.option = option;
        this.vocabulary = vocabulary;
    }

    /** All tokens, the last one {@code END}. */
    List<Token> tokens() {
        skipSpace();
        while (at < text.length()) {
            next();
            skipSpace();
        }
        add(Token.Sort.END, "", null);
        return tokens;
    }

    private void skipSpace() {
        at = match(SPACE).map(Matcher::end).orElse(at);
    }

    private Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private void next() {
        char c = text.charAt(at);
        int sign = "(),/:".indexOf(c);
        if (sign >= 0) {
            Token.Sort[] sorts = {
                Token.Sort.OPEN, Token.Sort.CLOSE, Token.Sort.COMMA, Token.Sort.SLASH, Token.Sort.COLON
            };
            add(sorts[sign], String.valueOf(c), null);
            at++;
        } else if (c == '\'') {
            int end = quoteEnd(at);
            String value = unquoted(at, end);
            add(Token.Sort.LITERAL, "'" + value + "'", new Literal.Text(value));
            at = end;
        } else if (!literal()) {
            wordOrMinus(c);
        }
    }

    private void wordOrMinus(char c) {
        if (c == '-' && !text.startsWith("-INF", at)) {
            add(Token.Sort.MINUS, "-", null);
            at++;
            return;
        }
        Matcher word = match(WORD).orElseThrow(() -> error("expression.unreadable", at + 1));
        if (word.end() < text.length() && text.charAt(word.end()) == '\'') {
            typed(word);
            return;
        }
        if (!NAME.matcher(word.group()).lookingAt()) {
            throw error("expression.literal", word.group(), at + 1);
        }
        Literal value = named(word.group());
        add(value == null ? Token.Sort.WORD : Token.Sort.LITERAL, word.group(), value);
        at = word.end();
    }

    /** {@code duration'P1D'}, {@code Cleverence.Warehouse.CreatedBy'ERP'}. */
    private void typed(Matcher word) {
        int begin = at;
        int end = quoteEnd(word.end());
        String value = unquoted(word.end(), end);
        String type = word.group();
        Literal literal;
        if (type.equalsIgnoreCase("duration")) {
            literal = duration(value);
        } else if (type.equalsIgnoreCase("guid")) {
            literal = new Literal.Text(value); // as the protocol before 4.0 wrote it
        } else {
            EnumType enumeration = vocabulary
                    .schema()
                    .edmx()
                    .enumeration(type)
                    .orElseThrow(() -> error("expression.type", type, begin + 1));
            literal = member(enumeration, value);
        }
        add(Token.Sort.LITERAL, text.substring(begin, end), literal);
        at = end;
    }

    /** Where a text in quotes that begins here ends, doubled quotes passed over. */
    private int quoteEnd(int begin) {
        for (int i = text.indexOf('\'', begin + 1); i >= 0; i = text.indexOf('\'', i + 2)) {
            if (i + 1 == text.length() || text.charAt(i + 1) != '\'') {
                return i + 1;
            }
        }
        throw error("expression.quote", begin + 1);
    }

    private String unquoted(int begin, int end) {
        return text.substring(begin + 1, end - 1).replace("''", "'");
    }

    private Literal member(EnumType type, String written) {
        long value = 0;
        for (String name : written.split(",", -1)) {
            value |= member(type, name.strip(), written);
        }
        return new Literal.Member(type, value, written);
    }

    private long member(EnumType type, String name, String written) {
        if (name.matches("-?\\d{1,18}")) {
            return Long.parseLong(name);
        }
        return type.members().entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> error(
                        "expression.member",
                        written,
                        type.name(),
                        String.join(", ", type.members().keySet())))
                .getValue();
    }

    private Literal duration(String written) {
        Matcher parts = DURATION.matcher(written);
        boolean something = parts.matches() && !written.endsWith("P") && !written.endsWith("T");
        if (!something) {
            throw error("expression.duration", written);
        }
        try {
            Duration length = Duration.parse(withinNanos(parts.group(2)));
            return new Literal.Length("-".equals(parts.group(1)) ? length.negated() : length, written);
        } catch (DateTimeException | ArithmeticException e) {
            throw error("expression.duration", written);
        }
    }

    private static Literal named(String word) {
        return switch (word) {
            case "NaN" -> new Literal.NotFinite(Double.NaN);
            case "INF" -> new Literal.NotFinite(Double.POSITIVE_INFINITY);
            case "-INF" -> new Literal.NotFinite(Double.NEGATIVE_INFINITY);
            default ->
                word.equalsIgnoreCase("null")
                        ? new Literal.Null()
                        : word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")
                                ? new Literal.Flag(Boolean.parseBoolean(word))
                                : null;
        };
    }

    /** A literal without quotes, where one begins here. */
    private boolean literal() {
        return take(GUID, guid -> new Literal.Text(guid.group()))
                || take(MOMENT, this::moment)
                || take(DAY, this::day)
                || take(TIME, this::time)
                || take(NUMBER, number -> new Literal.Number(new BigDecimal(number.group())));
    }

    private boolean take(Pattern pattern, Function<Matcher, Literal> read) {
        Optional<Matcher> match = match(pattern);
        match.ifPresent(found -> {
            add(Token.Sort.LITERAL, found.group(), read.apply(found));
            at = found.end();
        });
        return match.isPresent();
    }

    /** A plus that was sent raw has become a space; a date without an offset is in the base's zone. */
    private Literal moment(Matcher parts) {
        try {
            String local = withinNanos(parts.group(1));
            String offset;
            if (parts.group(2) != null) {
                offset = "Z";
            } else if (parts.group(3) != null) {
                offset = (parts.group(3).equals("-") ? "-" : "+") + parts.group(4);
            } else {
                offset = LocalDateTime.parse(local)
                        .atZone(vocabulary.zone())
                        .getOffset()
                        .getId();
            }
            return new Literal.Moment(OffsetDateTime.parse(local + offset), parts.group(1) + offset);
        } catch (DateTimeException e) {
            throw error("expression.date", parts.group());
        }
    }

    private Literal day(Matcher day) {
        try {
            return new Literal.Day(LocalDate.parse(day.group()));
        } catch (DateTimeException e) {
            throw error("expression.date", day.group());
        }
    }

    private Literal time(Matcher time) {
        try {
            return new Literal.TimeOfDay(LocalTime.parse(withinNanos(time.group())), time.group());
        } catch (DateTimeException e) {
            throw error("expression.date", time.group());
        }
    }

    /** Java reads nine fraction digits, OData has up to twelve. */
    private static String withinNanos(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        int end = point + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, Math.min(end, point + 1 + NANO_DIGITS)) + text.substring(end);
    }

    private void add(Token.Sort sort, String written, Literal literal) {
        tokens.add(new Token(sort, at + 1, written, Optional.ofNullable(literal)));
    }

    private BridgeException error(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = option;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ODataTexts.invalid(key, all).at(option);
    }
}
