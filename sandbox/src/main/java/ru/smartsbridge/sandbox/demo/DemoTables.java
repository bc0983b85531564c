package ru.smartsbridge.sandbox.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Rows of the demo base's tables. */
final class DemoTables {
    /** So many of the products have prices and rests: believable, and small whatever the size of the base. */
    private static final int PRICED = 100;

    private static final Map<String, String> PARTNERS = Map.of(
            "k1", "ООО «Ромашка»", "k2", "АО «Северный ветер»", "k3", "ИП Сидоров А. В.", "k4", "ООО «Торговый ряд»");

    private final long seed;
    private final Goods goods;
    private final int products;
    private final DemoCalendar calendar;
    private final Premises premises;

    DemoTables(long seed, Goods goods, long products, DemoCalendar calendar, Premises premises) {
        this.seed = seed;
        this.goods = goods;
        this.products = (int) Math.min(products, PRICED);
        this.calendar = calendar;
        this.premises = premises;
    }

    /** The rows of the table with that {@code uni}; several tables are empty, as in a base that is young. */
    List<Properties> rows(String uni) {
        List<Properties.Builder> rows = switch (uni) {
            case "Ceny" -> prices();
            case "Ostatki" -> rests();
            case "Kontragenty" -> partners();
            case "Sklady" -> warehouses();
            case "Serii" -> series();
            case "Harakteristiki" -> characteristics();
            case "SprYachejki" -> cells();
            case "RazmeryObuvi" -> shoeSizes();
            default -> List.of();
        };
        List<Properties> numbered = new ArrayList<>(rows.size());
        for (Properties.Builder row : rows) {
            int index = numbered.size();
            Properties first = Properties.builder()
                    .put("uid", Chance.of(seed, uni, index).guid())
                    .put("index", index)
                    .build();
            numbered.add(first.merged(row.build()));
        }
        return numbered;
    }

    private List<Properties.Builder> prices() {
        List<Properties.Builder> rows = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            BigDecimal price = goods.product(i).decimal("cena");
            rows.add(Properties.builder()
                    .put("idTovara", Goods.id(i))
                    .put("idUpakovki", "шт")
                    .put("vidCeny", "Розничная")
                    .put("cena", price)
                    .put("valyuta", "RUB"));
        }
        return rows;
    }

    private List<Properties.Builder> rests() {
        List<Properties.Builder> rows = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            Chance chance = Chance.of(seed, "rest", i);
            rows.add(Properties.builder()
                    .put("idTovara", Goods.id(i))
                    .put("idSklada", "1")
                    .put("idYachejki", String.format("%s-%02d-%02d", i % 2 == 0 ? "A" : "B", i % 3 + 1, i % 4 + 1))
                    .put("idUpakovki", "шт")
                    .put("seriya", "")
                    .put("kolichestvo", BigDecimal.valueOf(chance.between(0, 4000), 1))
                    .put("data", calendar.day(0))
                    .put("etoRezerv", chance.oneIn(5)));
        }
        return rows;
    }

    private static List<Properties.Builder> partners() {
        List<Properties.Builder> rows = new ArrayList<>();
        rows.add(partner("k0", "Поставщики", Value.NULL, true));
        PARTNERS.keySet().stream()
                .sorted()
                .forEach(id -> rows.add(partner(id, PARTNERS.get(id), Value.text("770123456" + id.charAt(1)), false)));
        return rows;
    }

    private static Properties.Builder partner(String id, String name, Value inn, boolean folder) {
        return Properties.builder()
                .put("id", id)
                .put("naimenovanie", name)
                .put("iNN", inn)
                .put("kPP", Value.NULL)
                .put("etoPapka", folder);
    }

    private List<Properties.Builder> warehouses() {
        return premises.warehouses().stream()
                .map(warehouse -> Properties.builder()
                        .put("id", warehouse.text("id"))
                        .put("naimenovanie", warehouse.text("name"))
                        .put("etoPapka", false)
                        .put("adresnyj", warehouse.text("id").equals("1")))
                .toList();
    }

    private List<Properties.Builder> series() {
        List<Properties.Builder> rows = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            if (goods.product(i).flag("ispolzovatSerii")) {
                rows.add(Properties.builder()
                        .put("idTovara", Goods.id(i))
                        .put("seriya", "П-" + (100 + i))
                        .put("srokGodn", calendar.day(20L + i)));
            }
        }
        return rows;
    }

    private List<Properties.Builder> characteristics() {
        List<Properties.Builder> rows = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            if (goods.product(i).text("vidTovara").equals("Одежда")) {
                rows.add(Properties.builder()
                        .put("id", "h-" + (i + 1))
                        .put("idTovara", Goods.id(i))
                        .put(
                                "naimenovanie",
                                List.of("M, синий", "L, чёрный", "S, белый").get(i % 3))
                        .put("shtrihkod", Barcodes.ean13(8_000_000L + i)));
            }
        }
        return rows;
    }

    private List<Properties.Builder> cells() {
        return premises.cells().stream()
                .map(cell -> Properties.builder()
                        .put("id", cell.text("id"))
                        .put("naimenovanie", cell.text("name"))
                        .put("shtrihkod", cell.text("barcode"))
                        .put("idSklada", cell.text("warehouseId")))
                .toList();
    }

    private static List<Properties.Builder> shoeSizes() {
        List<Properties.Builder> rows = new ArrayList<>();
        for (int size = 36; size <= 44; size++) {
            rows.add(Properties.builder()
                    .put("razmer", String.valueOf(size))
                    .put("razmerES", String.valueOf(size + 1))
                    .put("dlinaStopy", BigDecimal.valueOf(230 + (size - 36) * 7L, 1)));
        }
        return rows;
    }
}
