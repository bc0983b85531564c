package ru.smartsbridge.api.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.Text;

/**
 * Reading and writing of {@link Value}s as JSON in UTF-8, one value at a time, so that a set of any size streams.
 *
 * <p>Reading is strict: a property that comes twice, a lone surrogate, more than {@value #MAX_DEPTH} levels are
 * refused. A byte-order mark is accepted. Writing gives a number the digits it came with. Stateless, thread-safe.
 */
public final class Json {
    /** Levels of nesting that are read; a document with lines, packings and fields has seven. */
    public static final int MAX_DEPTH = 64;

    private static final Set<String> SECRETS = Set.of("password", "pincode", "access_token", "refresh_token");

    /** How the parser tells of a character that cannot stand where it does. */
    private static final Pattern UNEXPECTED = Pattern.compile("^Unexpected character \\('(.)' \\(code", Pattern.DOTALL);

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 << 20)
                    .build())
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private Json() {}

    /** A parser over the bytes; neither it nor its closing closes {@code bytes}. */
    public static JsonParser parser(InputStream bytes) throws IOException {
        return FACTORY.createParser(new CountedBytes(bytes));
    }

    /** A generator of UTF-8; closing it writes what it holds back and leaves {@code bytes} open. */
    public static JsonGenerator generator(OutputStream bytes) throws IOException {
        return FACTORY.createGenerator(bytes);
    }

    /**
     * Moves to the next token.
     *
     * @return null at the end of the text
     * @throws MalformedJson where the text is not JSON
     */
    public static JsonToken next(JsonParser parser) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw malformed(parser, e);
        } catch (java.io.CharConversionException e) {
            throw malformed(parser, ApiTexts.text("json.utf8"));
        }
    }

    /**
     * Reads the value that begins at the parser's current token and leaves the parser at its last one.
     *
     * @throws MalformedJson where the text is not JSON
     */
    public static Value read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed(parser, ApiTexts.text("json.end"));
        }
        return switch (token) {
            case VALUE_STRING -> new Value.Text(text(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Value.Flag.TRUE;
            case VALUE_FALSE -> Value.Flag.FALSE;
            case VALUE_NULL -> Value.NULL;
            case START_ARRAY -> array(parser);
            case START_OBJECT -> object(parser);
            default -> throw malformed(parser, ApiTexts.text("json.value"));
        };
    }

    private static Value array(JsonParser parser) throws IOException {
        List<Value> items = new ArrayList<>();
        while (next(parser) != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new Value.Items(items);
    }

    private static Properties object(JsonParser parser) throws IOException {
        Properties.Builder object = Properties.builder();
        Set<String> names = new HashSet<>();
        while (next(parser) != JsonToken.END_OBJECT) {
            String name = wellFormed(parser, parser.currentName());
            if (!names.add(name)) {
                throw malformed(parser, ApiTexts.text("json.twice", name));
            }
            next(parser);
            object.put(name, read(parser));
        }
        return object.build();
    }

    /** A number that no decimal can hold could be compared with nothing, so it ends here, with its place. */
    private static Value number(JsonParser parser) throws IOException {
        String literal = text(parser);
        Value.Number number = new Value.Number(literal);
        if (literal.indexOf('e') < 0 && literal.indexOf('E') < 0) {
            return number;
        }
        try {
            number.decimal();
            return number;
        } catch (NumberFormatException e) {
            throw malformed(parser, ApiTexts.text("json.exponent"));
        }
    }

    private static String text(JsonParser parser) throws IOException {
        try {
            return wellFormed(parser, parser.getText());
        } catch (JsonProcessingException e) {
            throw malformed(parser, e);
        } catch (java.io.CharConversionException e) {
            throw malformed(parser, ApiTexts.text("json.utf8"));
        }
    }

    /** A lone surrogate could not be written again, by nobody, so it ends here, with its place. */
    private static String wellFormed(JsonParser parser, String text) throws MalformedJson {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                throw malformed(parser, ApiTexts.text("json.surrogate"));
            }
        }
        return text;
    }

    /** Writes one value. */
    public static void write(JsonGenerator generator, Value value) throws IOException {
        if (value instanceof Properties object) {
            generator.writeStartObject();
            for (Map.Entry<String, Value> property : object) {
                generator.writeFieldName(property.getKey());
                write(generator, property.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Value.Text text) {
            generator.writeString(text.value());
        } else if (value instanceof Value.Number number) {
            generator.writeNumber(number.literal());
        } else if (value instanceof Value.Flag flag) {
            generator.writeBoolean(flag == Value.Flag.TRUE);
        } else if (value instanceof Value.Items items) {
            generator.writeStartArray();
            for (Value item : items.values()) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else {
            generator.writeNull();
        }
    }

    /** The whole text as one value. */
    public static Value parse(InputStream bytes) throws IOException {
        try (JsonParser parser = parser(bytes)) {
            next(parser);
            Value value = read(parser);
            if (next(parser) != null) {
                throw malformed(parser, ApiTexts.text("json.more"));
            }
            return value;
        }
    }

    /** The object whose JSON is {@code bytes}; for what the bridge itself has written. */
    public static Properties parseObject(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            next(parser);
            return object(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An object as {@link #bytes} gave it, which is not checked again.
     *
     * @param offset where it begins
     */
    public static Properties parseOwn(byte[] bytes, int offset) {
        try (JsonParser parser = FACTORY.createParser(bytes, offset, bytes.length - offset)) {
            parser.nextToken();
            return ownObject(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those properties of an object as {@link #bytes} gave it that have one of these names, in any case. */
    static Properties parsedPart(byte[] bytes, int offset, List<String> names) {
        try (JsonParser parser = FACTORY.createParser(bytes, offset, bytes.length - offset)) {
            parser.nextToken();
            Properties.Builder part = Properties.builder();
            int left = names.size();
            while (left > 0) {
                String name = parser.nextFieldName();
                if (name == null) {
                    break;
                }
                parser.nextToken();
                if (names.contains(name)) {
                    part.put(name, ownValue(parser));
                    left--;
                } else if (isAmong(names, name)) {
                    part.put(name, ownValue(parser));
                } else {
                    parser.skipChildren();
                }
            }
            return part.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAmong(List<String> names, String name) {
        for (String one : names) {
            if (one.length() == name.length() && one.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static Properties ownObject(JsonParser parser) throws IOException {
        Properties.Builder object = Properties.builder();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.put(name, ownValue(parser));
        }
        return object.build();
    }

    private static Value ownValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Value.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Number(parser.getText());
            case VALUE_TRUE -> Value.Flag.TRUE;
            case VALUE_FALSE -> Value.Flag.FALSE;
            case START_OBJECT -> ownObject(parser);
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(ownValue(parser));
                }
                yield Value.items(items);
            }
            default -> Value.NULL;
        };
    }

    /** The value's JSON in UTF-8. */
    public static byte[] bytes(Value value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String masked(Properties properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, mask(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Value mask(Value value) {
        if (value instanceof Properties object) {
            Properties.Builder masked = Properties.builder();
            object.forEach(property -> masked.put(
                    property.getKey(),
                    SECRETS.contains(property.getKey().toLowerCase(Locale.ROOT))
                            ? Value.text("***")
                            : mask(property.getValue())));
            return masked.build();
        }
        if (value instanceof Value.Items items) {
            return Value.items(items.values().stream().map(Json::mask).toList());
        }
        return value;
    }

    /** The error for what stands at the parser's current place, in words that are the same in every language. */
    public static MalformedJson malformed(JsonParser parser, String reason) {
        return malformed(parser, Text.verbatim(reason));
    }

    /** The error for what stands at the parser's current place. */
    public static MalformedJson malformed(JsonParser parser, Text reason) {
        return malformed(
                parser,
                parser.hasCurrentToken() ? parser.currentTokenLocation() : parser.currentLocation(),
                reason,
                null);
    }

    private static MalformedJson malformed(JsonParser parser, JsonLocation at, Text reason, Throwable cause) {
        int column = parser.getInputSource() instanceof CountedBytes bytes ? bytes.column(at.getByteOffset()) : 0;
        return new MalformedJson(at.getLineNr(), column > 0 ? column : Math.max(1, at.getColumnNr()), reason, cause);
    }

    /** The parser's own words name its switches and places in its source, which help nobody. */
    private static MalformedJson malformed(JsonParser parser, JsonProcessingException e) {
        boolean placed = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        return malformed(parser, placed ? e.getLocation() : parser.currentLocation(), reason(e), e);
    }

    private static Text reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return ApiTexts.text("json.end");
        }
        if (e instanceof StreamConstraintsException) {
            return ApiTexts.text("json.large", MAX_DEPTH);
        }
        String words = String.valueOf(e.getOriginalMessage());
        Matcher character = UNEXPECTED.matcher(words);
        if (character.find()) {
            return ApiTexts.text("json.character", character.group(1));
        }
        if (words.contains("UTF-8")) {
            return ApiTexts.text("json.utf8");
        }
        return ApiTexts.text(words.contains("surrogate") ? "json.surrogate" : "json.syntax");
    }
}
