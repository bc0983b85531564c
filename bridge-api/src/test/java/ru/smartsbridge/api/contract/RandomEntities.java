package ru.smartsbridge.api.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Entities of any content that the metadata allows, the same for the same seed. */
final class RandomEntities {
    private static final int[] CHARACTERS = {
        'a', 'Z', '0', ' ', '"', '\'', '<', '&', '\\', '/', '{', '\n', '\t', 0x1D, 'ж', 'Ё', '№', 0x20AC, 0x1F600,
        0x20000
    };

    /** Those of the basic plane, which come first. */
    private static final int BASIC = CHARACTERS.length - 2;

    private final Random random;
    private final int characters;
    private final Specimens specimens;
    private final String productField;
    private final List<String> productIds;

    /** @param pairs whether texts may have characters outside of the basic plane */
    RandomEntities(long seed, Specimens specimens, boolean pairs) {
        this.characters = pairs ? CHARACTERS.length : BASIC;
        this.random = new Random(seed);
        this.specimens = specimens;
        this.productField = specimens.textField(new FieldOwner.Products());
        this.productIds = specimens.products(10);
    }

    /** A document with up to six lines, its properties in any order. */
    Properties document(EntitySet<Document> set, String id) {
        List<Properties> lines = IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> line(id + "-" + i))
                .toList();
        return shuffled(specimens
                .header(set, id, text())
                .with("barcode", textOrNull())
                .with("priority", Value.number(random.nextInt()))
                .with("distributeByBarcode", Value.flag(random.nextBoolean()))
                .with("declaredItems", Value.items(lines)));
    }

    private Properties line(String uid) {
        return shuffled(Properties.builder()
                .put("uid", uid)
                .put("productId", productIds.get(random.nextInt(productIds.size())))
                .put("declaredQuantity", decimal())
                .put("currentQuantity", decimal())
                .put("sscc", textOrNull())
                .put("firstCellId", textOrNull())
                .put("expiredDate", date())
                .build());
    }

    /** A product with up to four packings. */
    Product product(String id) {
        List<Properties> packings = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> shuffled(Properties.builder()
                        .put("id", "у" + i)
                        .put("name", textOrNull())
                        .put("unitsQuantity", decimal())
                        .put("barcodes", List.of(Value.text(text()), Value.text(text())))
                        .put(productField, textOrNull())
                        .build()))
                .toList();
        return new Product(shuffled(Properties.builder()
                .put("id", id)
                .put("name", text())
                .put("marking", textOrNull())
                .put("unitConvertionRate", decimal())
                .put(productField, textOrNull())
                .put("packings", packings)
                .build()));
    }

    private Properties shuffled(Properties properties) {
        List<String> names = new java.util.ArrayList<>(properties.names());
        Collections.shuffle(names, random);
        Properties.Builder builder = Properties.builder();
        names.forEach(name -> builder.put(name, properties.get(name).orElseThrow()));
        return builder.build();
    }

    private Value textOrNull() {
        return random.nextInt(6) == 0 ? Value.NULL : Value.text(text());
    }

    private String text() {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(i -> Character.toString(CHARACTERS[random.nextInt(characters)]))
                .collect(Collectors.joining());
    }

    private Value decimal() {
        BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(10));
        return Value.number(random.nextBoolean() ? number : number.negate());
    }

    private Value date() {
        String date = LocalDateTime.of(2020, 1, 1, 0, 0, 0)
                .plusSeconds(random.nextInt(300_000_000))
                .withNano(0)
                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return Value.text(date + "." + (1_000_000 + random.nextInt(9_000_000)) + "+03:00");
    }
}
