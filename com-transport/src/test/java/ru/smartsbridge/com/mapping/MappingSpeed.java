package ru.smartsbridge.com.mapping;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Prints what a product costs, written and read as XML: one packing, three fields. Not a test: run it by hand. */
final class MappingSpeed {
    private static final int PRODUCTS = 10_000;
    private static final int ROUNDS = 100;
    private static final FieldOwner OWNER = new FieldOwner.Products();

    private MappingSpeed() {}

    public static void main(String[] arguments) {
        Declarations declarations = new TestDeclarations()
                .with(OWNER, "Цена", "Decimal", "ЭтоМаркируемый", "Boolean", "ВидТовара", "String");
        EntityMapping mapping = new ComponentMapping(declarations, ZoneId.of("Europe/Moscow"));
        List<Properties> products = products();
        byte[] xml =
                mapping.collectionXml(ComponentClass.PRODUCT, OWNER, products).getBytes(StandardCharsets.UTF_8);
        System.out.printf("%d bytes a product%n", xml.length / PRODUCTS);
        for (int round = 0; round < ROUNDS; round++) {
            long begin = now();
            int written = mapping.collectionXml(ComponentClass.PRODUCT, OWNER, products)
                    .length();
            long between = now();
            int read = 0;
            try (EntityMapping.XmlEntities entities =
                    mapping.read(ComponentClass.PRODUCT, OWNER, new ByteArrayInputStream(xml))) {
                while (entities.hasNext()) {
                    read += entities.next().size();
                }
            }
            long end = now();
            if (round % 20 == 19) {
                System.out.printf(
                        "written in %.2f µs, read in %.2f µs a product (%d, %d)%n",
                        (between - begin) / 1e3 / PRODUCTS, (end - between) / 1e3 / PRODUCTS, written, read);
            }
        }
    }

    /** Of this thread alone: other programs' share does not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Properties> products() {
        List<Properties> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(Properties.builder()
                    .put("id", "tovar-" + i)
                    .put("name", "Товар «Ёлка» № " + i)
                    .put("barcode", "46000" + i)
                    .put("basePackingId", "шт")
                    .put("marking", "А-" + i)
                    .put("cena", new Value.Number(i + ".50"))
                    .put("etoMarkiruemyj", i % 2 == 0)
                    .put("vidTovara", "Обувь")
                    .put(
                            "packings",
                            List.of(Properties.builder()
                                    .put("id", "шт")
                                    .put("name", "штука")
                                    .put("unitsQuantity", 1)
                                    .build()))
                    .build());
        }
        return products;
    }
}
