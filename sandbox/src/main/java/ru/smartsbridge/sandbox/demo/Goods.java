package ru.smartsbridge.sandbox.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The products of the demo base, each made by its number alone, so that a million of them need no memory. */
final class Goods {
    /** One kind of goods. */
    private record Line(
            String kind, boolean marked, int boxOf, List<String> things, List<String> makers, List<String> variants) {}

    private static final List<Line> LINES = List.of(
            new Line(
                    "Вода",
                    true,
                    12,
                    List.of("Вода питьевая негазированная", "Вода минеральная газированная", "Вода детская"),
                    List.of("«Светлый ключ»", "«Горный исток»", "«Северная»", "«Родник у дома»"),
                    List.of("0,5 л", "1 л", "1,5 л", "5 л")),
            new Line(
                    "Молочные продукты",
                    true,
                    12,
                    List.of("Молоко ультрапастеризованное", "Кефир", "Сметана", "Творог"),
                    List.of("«Заречье»", "«Утренняя дойка»", "«Луговина»"),
                    List.of("1,5 %", "2,5 %", "3,2 %", "15 %", "20 %")),
            new Line(
                    "Обувь",
                    true,
                    6,
                    List.of("Кроссовки мужские", "Туфли женские", "Ботинки детские", "Сапоги женские"),
                    List.of("«Шаг»", "«Тверская мануфактура»", "«Нордвинд»"),
                    List.of("р. 36", "р. 38", "р. 40", "р. 42", "р. 44")),
            new Line(
                    "Одежда",
                    true,
                    10,
                    List.of("Футболка хлопковая", "Сорочка мужская", "Куртка утеплённая", "Блуза женская"),
                    List.of("«Лён и хлопок»", "«Ивановский текстиль»", "«Студия 15»"),
                    List.of("XS белая", "S синяя", "M чёрная", "L серая", "XL красная")),
            new Line(
                    "Парфюмерия",
                    true,
                    24,
                    List.of("Туалетная вода", "Духи", "Парфюмерная вода"),
                    List.of("«Ночной сад»", "«Аллегро»", "«Белая сирень»"),
                    List.of("30 мл", "50 мл", "75 мл", "100 мл")),
            new Line(
                    "Бакалея",
                    false,
                    20,
                    List.of(
                            "Крупа гречневая",
                            "Рис длиннозёрный",
                            "Макароны спиральки",
                            "Мука пшеничная",
                            "Сахар-песок"),
                    List.of("«Полевой стан»", "«Кубань»", "«Хозяюшка»"),
                    List.of("400 г", "800 г", "900 г", "1 кг", "2 кг")),
            new Line(
                    "Хозяйственные товары",
                    false,
                    16,
                    List.of("Средство для посуды", "Стиральный порошок", "Губки кухонные", "Салфетки бумажные"),
                    List.of("«Чистый дом»", "«Блеск»", "«Практик»"),
                    List.of("малая упаковка", "450 мл", "1 л", "большая упаковка")));

    private static final List<String> COUNTRIES = List.of("РОССИЯ", "БЕЛАРУСЬ", "КАЗАХСТАН", "КИТАЙ", "ТУРЦИЯ");

    private final long seed;

    Goods(long seed) {
        this.seed = seed;
    }

    /** The product with that number, from 0. */
    Properties product(long number) {
        Chance chance = Chance.of(seed, "product", number);
        Line line = LINES.get((int) (number % LINES.size()));
        String ean = Barcodes.ean13(7_000_000L + number * 7);
        BigDecimal price = BigDecimal.valueOf(chance.between(3_990, 899_900), 2);
        boolean series = line.kind().equals("Молочные продукты");
        return Properties.builder()
                .put("id", id(number))
                .put("name", name(line, number, chance))
                .put("unitId", "шт")
                .put("unitConvertionRate", new Value.Number("1.0"))
                .put("barcode", ean)
                .put("basePackingId", "шт")
                .put("marking", "АРТ-" + String.format("%06d", number + 1))
                .put("versionNumber", 0)
                .put("vidTovara", line.kind())
                .put("etoMarkiruemyj", line.marked())
                .put("ispolzovatSerii", series)
                .put("cena", price)
                .put("stavkaNDS", line.kind().equals("Молочные продукты") ? "10%" : "20%")
                .put("stranaProishozhdeniya", chance.of(COUNTRIES))
                .put("packings", packings(line, ean, price, number, chance))
                .put("classificatorIds", List.of(Value.text(line.kind())))
                .build();
    }

    /** The id of the product with that number. */
    static String id(long number) {
        return String.format("%08d", number + 1);
    }

    private static String name(Line line, long number, Chance chance) {
        long round = number / LINES.size();
        int things = line.things().size();
        int makers = line.makers().size();
        int variants = line.variants().size();
        String name = line.things().get((int) (round % things))
                + " " + line.makers().get((int) (round / things % makers))
                + " " + line.variants().get((int) (round / things / makers % variants));
        long model = round / things / makers / variants;
        return model == 0 ? name : name + ", арт. " + (model + chance.between(1, 9) * 100_000L);
    }

    private static List<Value> packings(Line line, String ean, BigDecimal price, long number, Chance chance) {
        List<Value> packings = new ArrayList<>();
        packings.add(packing("шт", "Штука", 1, ean, price, chance));
        if (number % 2 == 0) {
            packings.add(packing("упак", "Упаковка", line.boxOf() / 2, Barcodes.itf14(ean, 1), price, chance));
        }
        if (number % 3 != 1) {
            packings.add(packing("кор", "Коробка", line.boxOf(), Barcodes.itf14(ean, 2), price, chance));
        }
        return packings;
    }

    private static Properties packing(
            String id, String name, int units, String barcode, BigDecimal price, Chance chance) {
        BigDecimal weight = BigDecimal.valueOf((long) chance.between(5, 99) * units, 2);
        return Properties.builder()
                .put("name", name)
                .put("selfWeight", weight)
                .put("selfVolume", BigDecimal.valueOf(units, 3))
                .put("unitsQuantity", units)
                .put("barcode", barcode)
                .put("id", id)
                .put("marking", "")
                .put("price", price.multiply(BigDecimal.valueOf(units)))
                .put("barcodes", units == 1 ? List.of() : List.of(Value.text(barcode)))
                .build();
    }
}
