package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * A random query, as OData writes it and as what it means in Java: the meaning is computed from the JSON of the entities
 * by nothing of the bridge.
 */
public final class RandomQuery {
    /** A condition with its meaning; null where it is neither true nor false. */
    private record Condition(String text, Function<Properties, Boolean> meaning) {}

    /** A key of an order. */
    private record Key(String text, Function<Properties, Comparable<?>> value) {}

    private final long seed;
    private final Random random;
    private final List<Properties> entities;
    private final boolean documents;

    private RandomQuery(long seed, List<Properties> entities, boolean documents) {
        this.seed = seed;
        this.random = new Random(seed);
        this.entities = entities;
        this.documents = documents;
    }

    /** Of products, which are known with all their properties. */
    public static RandomQuery ofProducts(List<Properties> products) {
        return new RandomQuery(new Random().nextLong(), products, false);
    }

    /** Of documents with their plan lines, and the lines' products, expanded. */
    public static RandomQuery ofDocuments(List<Properties> documents) {
        return new RandomQuery(new Random().nextLong(), documents, true);
    }

    /**
     * The query of an address and what it gives.
     *
     * @param options names and values, not encoded
     * @param matching how many match in all
     * @param expected those of the page, in their order
     */
    private record Asked(List<String> options, long matching, List<Properties> expected) {
        /** The query of a set; everything in it is encoded. */
        String address(String set) {
            return set + "?" + options.stream().map(Asked::encoded).collect(Collectors.joining("&"));
        }

        private static String encoded(String option) {
            int equals = option.indexOf('=');
            return option.substring(0, equals + 1)
                    + URLEncoder.encode(option.substring(equals + 1), StandardCharsets.UTF_8);
        }

        private void requireMet(Properties answer, String what) {
            assertThat(answer.decimal("@odata.count").longValueExact()).as(what).isEqualTo(matching);
            assertThat(ids(answer.objects("value"))).as(what).isEqualTo(ids(expected));
        }

        private static List<String> ids(List<Properties> entities) {
            return entities.stream().map(entity -> entity.text("id")).toList();
        }
    }

    /**
     * Asks that many of them and compares what is answered with what is expected.
     *
     * @param answers gives the body that an address is answered with
     */
    public void ask(int queries, String set, Function<String, Properties> answers) {
        System.out.println("random queries of " + set + ", seed " + seed);
        long matching = 0;
        for (int i = 0; i < queries; i++) {
            Asked asked = next();
            String what = "seed " + seed + ", query " + i + ": " + String.join("&", asked.options());
            asked.requireMet(answers.apply(asked.address(set)), what);
            matching += asked.matching();
        }
        assertThat(matching).as("what all queries match together").isGreaterThan(queries);
    }

    private Asked next() {
        List<String> options = new ArrayList<>();
        Condition filter = condition(3);
        options.add("$filter=" + filter.text());
        List<Properties> matching = new ArrayList<>(entities.stream()
                .filter(entity -> Boolean.TRUE.equals(filter.meaning().apply(entity)))
                .toList());
        if (random.nextInt(3) > 0) {
            order(options, matching);
        }
        int size = matching.size();
        int skip = random.nextInt(4) == 0 ? random.nextInt(size + 3) : 0;
        int top = random.nextInt(3) == 0 ? random.nextInt(size + 3) : Integer.MAX_VALUE;
        if (skip > 0) {
            options.add("$skip=" + skip);
        }
        if (top < Integer.MAX_VALUE) {
            options.add("$top=" + top);
        }
        options.add("$count=true");
        options.add("$select=" + pick("id,name", "Id", "*", documents ? "id,NAME,lastChangeDate" : "id,cena"));
        if (documents && random.nextInt(4) == 0) {
            options.add("$expand=declaredItems($select=uid,productId;$orderby=declaredQuantity"
                    + " desc,uid;$top=2;$count=true)");
        }
        List<Properties> expected = matching.stream().skip(skip).limit(top).toList();
        return new Asked(options, size, expected);
    }

    private void order(List<String> options, List<Properties> matching) {
        List<String> texts = new ArrayList<>();
        Comparator<Properties> order = null;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Key key = documents ? documentKey() : productKey();
            boolean descending = random.nextBoolean();
            Comparator<Properties> one = Comparator.comparing(
                    entity -> key.value().apply(entity), Comparator.nullsFirst(RandomQuery::natural));
            one = descending ? one.reversed() : one;
            order = order == null ? one : order.thenComparing(one);
            texts.add(key.text() + (descending ? " desc" : random.nextBoolean() ? " asc" : ""));
        }
        matching.sort(order);
        options.add("$orderby=" + String.join(",", texts));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one key are of one class
    private static int natural(Comparable left, Comparable right) {
        return left.compareTo(right);
    }

    private Key productKey() {
        return switch (random.nextInt(6)) {
            case 0 -> new Key("name", entity -> text(entity, "name"));
            case 1 -> new Key("CENA", entity -> number(entity, "cena"));
            case 2 -> new Key("length(name)", entity -> text(entity, "name").length());
            case 3 ->
                new Key("packings/$count", entity -> entity.objects("packings").size());
            case 4 -> new Key("vidTovara", entity -> text(entity, "vidTovara"));
            default -> new Key("etoMarkiruemyj", entity -> entity.flag("etoMarkiruemyj"));
        };
    }

    private Key documentKey() {
        return switch (random.nextInt(5)) {
            case 0 -> new Key("createDate", entity -> moment(entity).toInstant());
            case 1 -> new Key("description", entity -> text(entity, "description"));
            case 2 ->
                new Key("priority mod 3", entity -> number(entity, "priority").intValue() % 3);
            case 3 ->
                new Key(
                        "declaredItems/$count",
                        entity -> entity.objects("declaredItems").size());
            default -> new Key("documentTypeName", entity -> text(entity, "documentTypeName"));
        };
    }

    private Condition condition(int depth) {
        int choice = depth == 0 ? 9 : random.nextInt(10);
        if (choice < 2) {
            return joined(
                    "and",
                    depth,
                    (left, right) -> Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)
                            ? Boolean.FALSE
                            : left == null || right == null ? null : Boolean.TRUE);
        }
        if (choice < 4) {
            return joined(
                    "or",
                    depth,
                    (left, right) -> Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)
                            ? Boolean.TRUE
                            : left == null || right == null ? null : Boolean.FALSE);
        }
        if (choice == 4) {
            Condition inner = condition(depth - 1);
            return new Condition("not (" + inner.text() + ")", entity -> {
                Boolean holds = inner.meaning().apply(entity);
                return holds == null ? null : !holds;
            });
        }
        return documents && random.nextInt(3) > 0 ? ofDocument() : documents ? ofLines() : ofProduct();
    }

    private Condition joined(String word, int depth, BiFunction<Boolean, Boolean, Boolean> meaning) {
        Condition left = condition(depth - 1);
        Condition right = condition(depth - 1);
        return new Condition(
                "(" + left.text() + ") " + word + " (" + right.text() + ")",
                entity -> meaning.apply(
                        left.meaning().apply(entity), right.meaning().apply(entity)));
    }

    /** A comparison of two values of one class; with null all but {@code eq} and {@code ne} are false. */
    private Condition compared(
            String text, Function<Properties, Comparable<?>> value, String literal, Comparable<?> other) {
        String operator = pick("eq", "ne", "gt", "ge", "lt", "le");
        return new Condition(text + " " + operator + " " + literal, entity -> {
            Comparable<?> own = value.apply(entity);
            if (own == null) {
                return operator.equals("ne");
            }
            int order = natural(own, other);
            return switch (operator) {
                case "eq" -> order == 0;
                case "ne" -> order != 0;
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        });
    }

    private Condition ofProduct() {
        String some = text(any(), "name");
        int begin = random.nextInt(some.length());
        String part = some.substring(begin, Math.min(some.length(), begin + 1 + random.nextInt(4)));
        BigDecimal price = number(any(), "cena");
        int few = 1 + random.nextInt(30);
        return switch (random.nextInt(22)) {
            case 0 ->
                is("contains(name," + quoted(part) + ")", e -> text(e, "name").contains(part));
            case 1 ->
                is(
                        "startswith(name," + quoted(some.substring(0, 3)) + ")",
                        e -> text(e, "name").startsWith(some.substring(0, 3)));
            case 2 ->
                is(
                        "endswith(Name," + quoted(part) + ") eq true",
                        e -> text(e, "name").endsWith(part));
            case 3 ->
                is(
                        "contains(tolower(name)," + quoted(part.toLowerCase(Locale.ROOT)) + ")",
                        e -> text(e, "name").toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
            case 4 ->
                is(
                        "indexof(toupper(name)," + quoted(part.toUpperCase(Locale.ROOT)) + ") gt 5",
                        e -> text(e, "name").toUpperCase(Locale.ROOT).indexOf(part.toUpperCase(Locale.ROOT)) > 5);
            case 5 -> compared("length(name)", e -> text(e, "name").length(), "" + few, few);
            case 6 ->
                is(
                        "substring(name,2,3) eq " + quoted(some.substring(2, 5)),
                        e -> text(e, "name").substring(2, 5).equals(some.substring(2, 5)));
            case 7 ->
                is("substring(name," + few + ") ne ''", e -> text(e, "name").length() > few);
            case 8 -> is("concat(id,concat('/',unitId)) eq " + quoted(text(any(), "id") + "/шт"), concatenated(few));
            case 9 ->
                is(
                        "trim(concat('  ',name)) eq " + quoted(some),
                        e -> text(e, "name").equals(some));
            case 10 -> compared("cena", e -> number(e, "cena"), price.toPlainString(), price);
            case 11 ->
                compared(
                        "cena mul 2 add " + few,
                        e -> number(e, "cena").multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(few)),
                        "10000",
                        BigDecimal.valueOf(10_000));
            case 12 ->
                compared(
                        "(cena sub 1000) div 4.0",
                        e -> number(e, "cena")
                                .subtract(BigDecimal.valueOf(1000))
                                .divide(new BigDecimal("4.0")),
                        "" + few,
                        BigDecimal.valueOf(few));
            case 13 ->
                compared(
                        "round(cena)",
                        e -> number(e, "cena").setScale(0, RoundingMode.HALF_UP),
                        price.setScale(0, RoundingMode.HALF_UP).toPlainString(),
                        price.setScale(0, RoundingMode.HALF_UP));
            case 14 ->
                compared(
                        "ceiling(cena) sub floor(cena)",
                        e -> number(e, "cena")
                                .setScale(0, RoundingMode.CEILING)
                                .subtract(number(e, "cena").setScale(0, RoundingMode.FLOOR)),
                        "1",
                        BigDecimal.ONE);
            case 15 ->
                is("stavkaNDS in ('20%','нет')", e -> List.of("20%", "нет").contains(text(e, "stavkaNDS")));
            case 16 -> is("etoMarkiruemyj", e -> e.flag("etoMarkiruemyj"));
            case 17 ->
                is(
                        "packings/any(p:p/unitsQuantity gt " + few + ")",
                        e -> e.objects("packings").stream()
                                .anyMatch(p -> number(p, "unitsQuantity").compareTo(BigDecimal.valueOf(few)) > 0));
            case 18 ->
                is(
                        "packings/all(p:p/selfWeight lt 1.5)",
                        e -> e.objects("packings").stream()
                                .allMatch(p -> number(p, "selfWeight").compareTo(new BigDecimal("1.5")) < 0));
            case 19 -> compared("packings/$count", e -> e.objects("packings").size(), "2", 2);
            case 20 ->
                is(
                        "packings/any(p:p/barcodes/any(b:startswith(b,'" + few % 3 + "')))",
                        e -> e.objects("packings").stream()
                                .anyMatch(p -> p.texts("barcodes").stream().anyMatch(b -> b.startsWith("" + few % 3))));
            default ->
                is("classificatorIds/any(c:c eq " + quoted(text(any(), "vidTovara")) + " or c eq 'x')", inClass());
        };
    }

    private String lastQuoted;

    private Function<Properties, Boolean> concatenated(int few) {
        String meant = lastQuoted;
        return e -> (text(e, "id") + "/" + text(e, "unitId")).equals(meant);
    }

    private Function<Properties, Boolean> inClass() {
        String meant = lastQuoted;
        return e -> e.texts("classificatorIds").contains(meant);
    }

    private Condition ofDocument() {
        Properties other = any();
        OffsetDateTime date = moment(other);
        String written = date.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        String name = text(other, "name");
        String word = name.substring(0, Math.min(6, name.length()));
        LocalDate day = date.toLocalDate();
        int few = random.nextInt(5);
        return switch (random.nextInt(15)) {
            case 0 -> compared("createDate", e -> moment(e).toInstant(), written, date.toInstant());
            case 1 -> compared("year(createDate)", e -> moment(e).getYear(), "" + date.getYear(), date.getYear());
            case 2 ->
                compared(
                        "month(createDate)",
                        e -> moment(e).getMonthValue(),
                        "" + date.getMonthValue(),
                        date.getMonthValue());
            case 3 ->
                compared(
                        "day(createDate)",
                        e -> moment(e).getDayOfMonth(),
                        "" + date.getDayOfMonth(),
                        date.getDayOfMonth());
            case 4 -> compared("hour(createDate)", e -> moment(e).getHour(), "" + date.getHour(), date.getHour());
            case 5 ->
                compared(
                        "minute(createDate) add second(createDate)",
                        e -> moment(e).getMinute() + moment(e).getSecond(),
                        "60",
                        60);
            case 6 -> compared("date(createDate)", e -> moment(e).toLocalDate(), day.toString(), day);
            case 7 ->
                compared(
                        "createDate add duration'P" + few + "DT1H'",
                        e -> moment(e).plusDays(few).plusHours(1).toInstant(),
                        written,
                        date.toInstant());
            case 8 -> is("description eq null", e -> text(e, "description") == null);
            case 9 ->
                new Condition(
                        "contains(description,'а')",
                        e -> text(e, "description") == null
                                ? null
                                : text(e, "description").contains("а"));
            case 10 -> compared("priority div 2", e -> number(e, "priority").intValue() / 2, "" + few, few);
            case 11 ->
                compared(
                        "(priority add " + few + ") mod 3",
                        e -> (number(e, "priority").intValue() + few) % 3,
                        "1",
                        1);
            case 12 -> is(random.nextBoolean() ? "finished" : "finished eq true", e -> e.flag("finished"));
            case 13 ->
                is("startswith(name," + quoted(word) + ")", e -> text(e, "name").startsWith(word));
            default ->
                is("documentTypeName in (" + quoted(text(other, "documentTypeName")) + ",'Нет такого')", ofType());
        };
    }

    private Function<Properties, Boolean> ofType() {
        String meant = lastQuoted;
        return e -> meant.equals(text(e, "documentTypeName"));
    }

    private Condition ofLines() {
        int few = 1 + random.nextInt(12);
        BigDecimal quantity = BigDecimal.valueOf(few);
        return switch (random.nextInt(7)) {
            case 0 ->
                is(
                        "declaredItems/any(d:d/declaredQuantity gt " + few + ")",
                        e -> lines(e).stream()
                                .anyMatch(d -> number(d, "declaredQuantity").compareTo(quantity) > 0));
            case 1 ->
                is(
                        "declaredItems/all(line:line/declaredQuantity le " + few + ")",
                        e -> lines(e).stream()
                                .allMatch(d -> number(d, "declaredQuantity").compareTo(quantity) <= 0));
            case 2 -> compared("declaredItems/$count", e -> lines(e).size(), "" + few, few);
            case 3 ->
                is(
                        "declaredItems/any(d:contains(d/product/name,'о') and d/index eq " + few % 3 + ")",
                        e -> lines(e).stream()
                                .anyMatch(d -> number(d, "index").intValue() == few % 3
                                        && d.object("product")
                                                .filter(p -> text(p, "name").contains("о"))
                                                .isPresent()));
            case 4 ->
                is(
                        "declaredItems/any(d:d/createdBy eq Cleverence.Warehouse.CreatedBy'ERP')",
                        e -> lines(e).stream().anyMatch(d -> "ERP".equals(text(d, "createdBy"))));
            case 5 ->
                is(
                        "declaredItems/any(d:d/packing/unitsQuantity mul d/declaredQuantity gt " + few * 5 + ")",
                        e -> lines(e).stream()
                                .anyMatch(d -> d.object("packing")
                                        .filter(p -> number(p, "unitsQuantity")
                                                        .multiply(number(d, "declaredQuantity"))
                                                        .compareTo(BigDecimal.valueOf(few * 5L))
                                                > 0)
                                        .isPresent()));
            default ->
                is(
                        "declaredItems/any() and not declaredItems/any(d:declaredItems/any(o:o/productId eq"
                                + " d/productId and o/index ne d/index))",
                        e -> !lines(e).isEmpty()
                                && IntStream.range(0, lines(e).size())
                                        .noneMatch(i -> IntStream.range(0, lines(e).size())
                                                .anyMatch(j -> i != j
                                                        && text(lines(e).get(i), "productId")
                                                                .equals(text(lines(e).get(j), "productId")))));
        };
    }

    private static Condition is(String text, Function<Properties, Boolean> meaning) {
        return new Condition(text, meaning);
    }

    private Properties any() {
        return entities.get(random.nextInt(entities.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String quoted(String text) {
        lastQuoted = text;
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<Properties> lines(Properties document) {
        return document.objects("declaredItems");
    }

    private static String text(Properties entity, String name) {
        return entity.get(name).filter(Value.Text.class::isInstance).isPresent() ? entity.text(name) : null;
    }

    private static BigDecimal number(Properties entity, String name) {
        return entity.decimal(name);
    }

    private static OffsetDateTime moment(Properties document) {
        return OffsetDateTime.parse(text(document, "createDate"));
    }
}
