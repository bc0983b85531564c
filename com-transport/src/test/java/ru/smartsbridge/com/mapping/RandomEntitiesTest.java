package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;

/** Entities that nobody thought of, there and back by each way; a failure prints its seed. */
class RandomEntitiesTest {
    private static final int ENTITIES = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
    private static final FieldOwner PRODUCTS = BothWaysTest.PRODUCTS;

    private final EntityMapping mapping = new ComponentMapping(BothWaysTest.DECLARATIONS, ZONE);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(Way.class)
    void products_of_any_values_come_back_equal(Way way) {
        MemoryComponent component = new MemoryComponent();
        for (int i = 0; i < ENTITIES; i++) {
            Properties product = product();
            mapping.requireCarried(ComponentClass.PRODUCT, PRODUCTS, product);
            Properties read = way == Way.XML ? byXml(product) : byProperties(component, product);
            for (String name : product.names()) {
                if (!name.equals("packings")) {
                    assertThat(read.get(name)).as("%s, seed %d", name, seed).isEqualTo(product.get(name));
                }
            }
            List<Properties> packings = read.objects("packings");
            for (int p = 0; p < packings.size(); p++) {
                Properties sent = product.objects("packings").get(p);
                for (String name : sent.names()) {
                    assertThat(packings.get(p).get(name))
                            .as("packings.%s, seed %d", name, seed)
                            .isEqualTo(sent.get(name));
                }
            }
        }
    }

    @Test
    void what_was_read_is_written_and_read_again_the_same() {
        for (int i = 0; i < ENTITIES; i++) {
            Properties once = byXml(product());
            assertThat(byXml(once)).as("seed %d", seed).isEqualTo(once);
        }
    }

    private Properties byXml(Properties product) {
        return mapping.read(ComponentClass.PRODUCT, PRODUCTS, mapping.xml(ComponentClass.PRODUCT, PRODUCTS, product));
    }

    private Properties byProperties(MemoryComponent component, Properties product) {
        try (AutomationObject built = mapping.build(ComponentClass.PRODUCT, PRODUCTS, product, component)) {
            return mapping.read(ComponentClass.PRODUCT, PRODUCTS, built);
        }
    }

    long seed() {
        return seed;
    }

    /** A product whose doubles have no more digits than the component writes, and whose key is its own. */
    Properties productOfFewDigits(int number) {
        List<Properties> packings = product().objects("packings").stream()
                .map(packing -> packing.with("selfWeight", new Value.Number("0.25")))
                .toList();
        return product()
                .with("id", Value.text(number + text()))
                .with("ves", new Value.Number("12.5"))
                .with("unitConvertionRate", new Value.Number("1E+20"))
                .with("packings", Value.items(packings));
    }

    private Properties product() {
        List<Value> packings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            packings.add(Properties.builder()
                    .put("id", i + text())
                    .put("selfWeight", r8())
                    .put("unitsQuantity", Value.number(1 + random.nextInt(1000)))
                    .put("cena", decimal())
                    .build());
        }
        return Properties.builder()
                .put("id", text())
                .put("name", text())
                .put("unitConvertionRate", r8())
                .put("versionNumber", random.nextInt())
                .put("cena", decimal())
                .put("ves", r8())
                .put("marka", text())
                .put("flag", random.nextBoolean())
                .put("srok", date())
                .put("packings", packings)
                .put("classificatorIds", List.of(Value.text(text()), Value.text(text())))
                .build();
    }

    private Value r8() {
        double number = random.nextBoolean()
                ? random.nextInt(100_000) / 100.0
                : Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
        return Numbers.shownR8(number);
    }

    private Value decimal() {
        int scale = random.nextInt(29);
        return new Value.Number(new BigDecimal(new BigInteger(1 + random.nextInt(95), random), scale).toPlainString());
    }

    private Value date() {
        LocalDateTime date = LocalDateTime.of(1970, 1, 2, 0, 0)
                .plusSeconds(random.nextInt(2_000_000_000))
                .plusNanos(random.nextInt(1000) * 1_000_000L);
        return new Dates(ZONE)
                .shown(new Dates(ZONE)
                        .local(((Value.Text) new Dates(ZONE).shown(date)).value())
                        .orElseThrow());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int character = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(Character.MAX_CODE_POINT + 1);
            boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 'ё' : character);
        }
        return text.toString();
    }
}
