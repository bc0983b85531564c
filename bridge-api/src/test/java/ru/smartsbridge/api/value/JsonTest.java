package ru.smartsbridge.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Value parse(String text) throws IOException {
        return Json.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MalformedJson malformed(String text) {
        return catchThrowableOfType(MalformedJson.class, () -> parse(text));
    }

    private static String written(Value value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":{\"z\":[true,false,null,\"текст\",{}]},\"A\":[]}",
                "[1.0,1,1.00,-0,0.10,1E5,1e-7,-12345678901234567890.1234567,1e400,0.1E+10]",
                "\"😀 \\u001D ё \\\" \\\\ \\n\"",
                "null",
                "12"
            })
    void what_was_read_is_written_again_to_the_letter(String text) throws IOException {
        assertThat(written(parse(text))).isEqualTo(text);
    }

    @Test
    void a_byte_order_mark_is_accepted() throws IOException {
        assertThat(parse("\uFEFF{\"id\":\"1\"}"))
                .isEqualTo(Properties.builder().put("id", "1").build());
    }

    @Test
    void an_error_tells_line_and_column() {
        MalformedJson error = malformed("{\n  \"id\": \"1\",\n  \"name\": oops\n}");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isBetween(11, 15);
        assertThat(error.reason().toString()).isNotBlank();
        assertThat(error).hasMessageStartingWith("line 3, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":1",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "[1,]",
                "[1 2]",
                "{\"a\":1,}",
                "\"abc",
                "\"a\nb\"",
                "01",
                "1.",
                ".5",
                "+1",
                "NaN",
                "tru",
                "{} {}",
                "{}}",
                "]",
                "{\"a\":'b'}",
                "// no\n1"
            })
    void what_is_not_json_is_refused_with_its_place(String text) {
        MalformedJson error = malformed(text);
        assertThat(error).as(text).isNotNull();
        assertThat(error.line()).isPositive();
        assertThat(error.column()).isPositive();
    }

    @Test
    void a_property_that_comes_twice_is_refused_at_any_depth() {
        assertThat(malformed("{\"a\":[{\"b\":1,\n\"b\":2}]}").reason().toString())
                .contains("'b' comes twice");
        assertThat(malformed("{\"a\":[{\"b\":1,\n\"b\":2}]}").line()).isEqualTo(2);
        assertThat(malformed("{\"a\":1,\"\\u0061\":2}").reason().toString()).contains("twice");
    }

    @Test
    void names_that_differ_in_case_are_two_properties() throws IOException {
        assertThat(((Properties) parse("{\"iNN\":1,\"inn\":2}")).names()).containsExactly("iNN", "inn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\uD83D\"",
                "\"\\uDE00\"",
                "\"\\uDE00\\uD83D\"",
                "\"a\\uD83Db\"",
                "{\"\\uD83D\":1}",
                "[\"\\uD83D\\uD83D\\uDE00\"]"
            })
    void a_lone_surrogate_is_no_character(String text) {
        assertThat(malformed(text).reason().toString()).contains("surrogate");
    }

    @Test
    void a_pair_of_surrogates_is_one() throws IOException {
        assertThat(parse("\"\\uD83D\\uDE00\"")).isEqualTo(Value.text("😀"));
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_too_large() throws IOException {
        String deepest = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
        assertThat(written(parse(deepest))).isEqualTo(deepest);
        assertThat(malformed("[" + deepest + "]").reason().toString()).startsWith("too large");
    }

    @Test
    void a_number_whose_exponent_no_decimal_can_have_is_refused() {
        for (String number : List.of("1e99999999999", "1E-99999999999", "{\"a\":[0e2147483649]}")) {
            assertThat(malformed(number)).as(number).isNotNull();
        }
    }

    @Test
    void text_in_another_encoding_is_refused() {
        byte[] windows = "{\"name\":\"Склад\"}".getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(windows)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("UTF-8");
        byte[] inName = "{\"Склад\":1}".getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(inName))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void half_a_character_at_the_end_is_refused() {
        byte[] cut = {'"', (byte) 0xD0};
        assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(cut))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void a_megabyte_of_text_is_read_and_written() throws IOException {
        Value text = Value.text("ж\u001D😀".repeat(1 << 18));
        assertThat(Json.parse(new ByteArrayInputStream(Json.bytes(text)))).isEqualTo(text);
    }

    @Test
    void values_of_an_array_are_read_one_at_a_time() throws IOException {
        byte[] bytes = "[{\"id\":\"1\"},{\"id\":\"2\"}] ".getBytes(StandardCharsets.UTF_8);
        List<Value> values = new ArrayList<>();
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(bytes))) {
            assertThat(Json.next(parser)).isEqualTo(JsonToken.START_ARRAY);
            while (Json.next(parser) != JsonToken.END_ARRAY) {
                values.add(Json.read(parser));
            }
            assertThat(Json.next(parser)).isNull();
        }
        assertThat(values).extracting(value -> ((Properties) value).text("id")).containsExactly("1", "2");
    }

    @Test
    void neither_reader_nor_writer_closes_the_stream_beneath() throws IOException {
        boolean[] closed = new boolean[2];
        InputStream in = new ByteArrayInputStream(new byte[] {'1'}) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[1] = true;
            }
        };
        assertThat(Json.parse(in)).isEqualTo(Value.number(1));
        try (JsonGenerator generator = Json.generator(out)) {
            Json.write(generator, Value.number(1));
        }
        assertThat(closed).containsExactly(false, false);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1");
    }

    @Test
    void secrets_are_masked_in_texts_for_logs_and_nowhere_else() throws IOException {
        Properties user =
                (Properties) parse("{\"id\":\"1\",\"password\":\"geheim\",\"devices\":[{\"pincode\":\"geheim\"}],"
                        + "\"Access_Token\":{\"a\":\"geheim\"}}");
        assertThat(user.toString()).doesNotContain("geheim").contains("\"id\":\"1\"", "\"password\":\"***\"");
        assertThat(written(user)).contains("geheim");
        assertThat(Value.items(List.of(user)).toString()).doesNotContain("geheim");
    }

    @Test
    void a_part_of_an_object_has_what_has_one_of_the_names_and_need_not_be_read_to_its_end() {
        Properties object = Properties.builder()
                .put("ID", "1")
                .put("nested", Properties.builder().put("id", "x").build())
                .put("id", "2")
                .put("name", "Ёж 😀")
                .put("list", List.of(Value.number(1), Value.NULL))
                .build();
        byte[] bytes =
                ("____" + new String(Json.bytes(object), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parseOwn(bytes, 4)).isEqualTo(object);
        assertThat(new PartReader(Wanted.of(List.of("id"))).read(bytes, 4).names())
                .containsExactly("ID", "id");
        assertThat(new PartReader(Wanted.of(List.of("NAME"))).read(bytes, 4).names())
                .containsExactly("name");
        assertThat(new PartReader(Wanted.of(List.of("list", "nested", "none"))).read(bytes, 4))
                .isEqualTo(object.without("ID").without("id").without("name"));
        byte[] broken = Arrays.copyOf(bytes, bytes.length - 10);
        assertThat(new PartReader(Wanted.of(List.of("name"))).read(broken, 4).text("name"))
                .isEqualTo("Ёж 😀");
        assertThatThrownBy(() -> new PartReader(Wanted.of(List.of("list"))).read(broken, 4))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_part_of_one_object_after_the_other_is_what_a_parser_makes_of_it() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int found = 0;
        for (int kind = 0; kind < 200; kind++) {
            Wanted wanted = wanted(random);
            PartReader reader = new PartReader(wanted);
            FollowingNames names = FollowingNames.of(wanted);
            for (int i = 0; i < 100; i++) {
                Properties object = object(random, 3);
                byte[] bytes = ("__" + written(object)).getBytes(StandardCharsets.UTF_8);
                Properties parsed = Json.parsedPart(bytes, 2, wanted.names());
                Optional<Properties> part = WrittenPart.of(bytes, 2, names);
                assertThat(reader.read(bytes, 2))
                        .as("seed %d, %s of %s", seed, wanted, object)
                        .isEqualTo(part.isPresent() ? enough(parsed, wanted) : parsed);
                assertThat(part.orElseGet(() -> enough(parsed, wanted))).isEqualTo(enough(parsed, wanted));
                found += part.filter(seen -> !seen.isEmpty()).isPresent() ? 1 : 0;
            }
        }
        assertThat(found).as("seed %d: without a parser", seed).isGreaterThan(2_000);
    }

    @Test
    void objects_may_have_each_a_name_of_their_own() {
        PartReader reader = new PartReader(Wanted.of(List.of("id", "own2999")));
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = Json.bytes(
                    Properties.builder().put("own" + i, i).put("id", i).build());
            assertThat(reader.read(bytes, 0).decimal("id")).isEqualByComparingTo(BigDecimal.valueOf(i));
            assertThat(reader.read(bytes, 0).has("own" + i)).isEqualTo(i == 2_999);
        }
    }

    private static Wanted wanted(Random random) {
        List<String> names = names(random);
        return new Wanted(
                names,
                names.stream()
                        .filter(name -> random.nextBoolean())
                        .filter(name ->
                                names.stream().filter(name::equalsIgnoreCase).count() == 1)
                        .collect(Collectors.toMap(Function.identity(), name -> names(random))));
    }

    private static List<String> names(Random random) {
        return Stream.generate(() -> NAMES.get(random.nextInt(NAMES.size())))
                .limit(1 + random.nextInt(3))
                .distinct()
                .toList();
    }

    /** A part with no more in the elements of its lists than is wanted. */
    private static Properties enough(Properties part, Wanted wanted) {
        Map<String, Value> enough = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : part) {
            List<String> ofElements = wanted.ofElements().entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(property.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            enough.put(
                    property.getKey(),
                    ofElements != null && property.getValue() instanceof Value.Items items
                            ? Value.items(items.values().stream()
                                    .map(item -> item instanceof Properties object ? some(object, ofElements) : item)
                                    .toList())
                            : property.getValue());
        }
        return Properties.of(enough);
    }

    private static Properties some(Properties object, List<String> names) {
        Map<String, Value> some = object.asMap();
        some.keySet().removeIf(name -> names.stream().noneMatch(name::equalsIgnoreCase));
        return Properties.of(some);
    }

    @Test
    void of_the_objects_in_a_list_those_properties_are_enough_that_are_wanted() {
        byte[] bytes = Json.bytes(Properties.builder()
                .put("id", "1")
                .put(
                        "packings",
                        List.of(
                                Properties.builder()
                                        .put("id", "p")
                                        .put("Price", 2)
                                        .put("more", List.of())
                                        .build(),
                                Properties.builder()
                                        .put("name", "{\"price\":3}")
                                        .build()))
                .put("texts", Value.items(List.of(Value.text("a"))))
                .build());
        Wanted wanted = new Wanted(
                List.of("packings", "texts", "ID"),
                Map.of("packings", List.of("price"), "texts", List.of("x"), "ID", List.of("x")));
        assertThat(new PartReader(wanted).read(bytes, 0))
                .hasToString("{\"id\":\"1\",\"packings\":[{\"Price\":2},{}],\"texts\":[\"a\"]}");
    }

    private static final List<String> NAMES = List.of(
            "id", "ID", "name", "k", "\u212A", "s\u017F", "ss", "цена", "ЦЕНА", "a\"b", "back\\slash", "", "packings");

    private static Properties object(Random random, int depth) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        Properties.Builder object = Properties.builder();
        names.subList(0, random.nextInt(6)).forEach(name -> object.put(name, value(random, depth)));
        return object.build();
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 ->
                Value.text(List.of("", "Ёж 😀", "}],{[", "\"", "\\", "a\\\"b", "\n\u0000")
                        .get(random.nextInt(7)));
            case 1 ->
                new Value.Number(List.of("0", "-1.50", "1E+400", "1e-7", "12345678901234567890")
                        .get(random.nextInt(5)));
            case 2 -> Value.Flag.TRUE;
            case 3 -> Value.Flag.FALSE;
            case 4 -> Value.NULL;
            case 5 -> Value.text("text " + random.nextInt());
            case 6 -> object(random, depth - 1);
            default ->
                Value.items(Stream.generate(() -> value(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
        };
    }
}
