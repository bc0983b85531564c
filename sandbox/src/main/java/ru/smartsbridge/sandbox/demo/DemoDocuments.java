package ru.smartsbridge.sandbox.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.store.Stored;

/** Documents of the demo base: several types, waiting, in work and finished. */
final class DemoDocuments {
    /** What a document is named after, by the {@code uni} of its type. */
    private static final Map<String, List<String>> NAMES = names();

    private final long seed;
    private final DemoLines lines;
    private final DemoCalendar calendar;
    private final Map<String, String> typeNames;

    /**
     * Documents of a seed.
     *
     * @param typeNames Russian names of the types by {@code uni}
     */
    DemoDocuments(long seed, DemoLines lines, DemoCalendar calendar, Map<String, String> typeNames) {
        this.seed = seed;
        this.lines = lines;
        this.calendar = calendar;
        this.typeNames = typeNames;
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("NanesenieKM", List.of("Нанесение КМ вещевой №0001", "Нанесение КМ упакованной воды №0001"));
        names.put(
                "PodborZakaza",
                List.of(
                        "Подбор заказа №0001 (обувь и одежда)",
                        "Подбор заказа №0002 (парфюм)",
                        "Подбор заказа №0003 (вода)",
                        "Подбор заказа №0004"));
        names.put("PrihodNaSklad", List.of("Приёмка №0001 от «Ромашки»", "Приёмка №0002", "Приёмка №0003"));
        names.put("Otgruzka", List.of("Отгрузка №0001", "Отгрузка №0002 самовывоз", "Отгрузка №0003"));
        names.put("Inventarizaciya", List.of("Инвентаризация ряда A", "Инвентаризация ряда B"));
        names.put("PeremeshheniePoSkladam", List.of("Перемещение в магазин №0001", "Перемещение в магазин №0002"));
        names.put("Vozvrat", List.of("Возврат поставщику №0001"));
        names.put("UpakovochnyjList", List.of("Упаковочный лист №0001"));
        return names;
    }

    /** All of them, the oldest first within its type. */
    List<Stored> all() {
        List<Stored> documents = new ArrayList<>();
        NAMES.forEach((uni, names) -> {
            for (int i = 0; i < names.size(); i++) {
                boolean finished = i == names.size() - 1 && names.size() > 2;
                documents.add(new Stored(uni, document(uni, names.get(i), documents.size(), finished)));
            }
        });
        return documents;
    }

    private Properties document(String uni, String name, int number, boolean finished) {
        Chance chance = Chance.of(seed, "document", number);
        Map<String, Value> document = new LinkedHashMap<>();
        header(document, uni, name, number, finished, chance);
        fields(document, uni, chance);
        document.put("states", Value.items(finished ? List.of(state(number)) : List.of()));
        List<Properties> plan = lines.plan(number, 2 + number % 4);
        document.put("declaredItems", Value.items(finished ? lines.counted(plan) : plan));
        document.put("currentItems", Value.items(finished ? lines.fact(plan, number) : List.of()));
        document.put("tables", Value.items(tables(uni, number)));
        return Properties.of(document);
    }

    private void header(
            Map<String, Value> document, String uni, String name, int number, boolean finished, Chance chance) {
        Properties header = Properties.builder()
                .put("id", chance.guid())
                .put("name", name)
                .put("appointment", "")
                .put("userId", finished ? "user-1" : "")
                .put("userName", finished ? "Иванов Пётр" : "")
                .put("lastChangeDate", calendar.minute(number * 7L + (finished ? 5 : 0)))
                .put("createDate", calendar.minute(number * 7L))
                .put("createdOnPDA", false)
                .put("documentTypeName", typeNames.getOrDefault(uni, uni))
                .put("modified", finished)
                .put("inProcess", finished)
                .put("finished", finished)
                .put("warehouseId", "1")
                .put("barcode", "12345678902" + String.format("%05d", 12110 + number * 13))
                .put("priority", number % 3)
                .put("description", Value.NULL)
                .put("distributeByBarcode", true)
                .put("autoAppointed", false)
                .put("serverHosted", false)
                .put("deviceId", finished ? "TSD-1" : "")
                .put("deviceName", finished ? "ТСД 1" : "")
                .put("deviceIP", finished ? "192.168.15.101" : "")
                .put("licenseStatus", 0)
                .put("notOpenedYet", !finished)
                .build();
        document.putAll(header.asMap());
    }

    private void fields(Map<String, Value> document, String uni, Chance chance) {
        switch (uni) {
            case "NanesenieKM" -> document.put("vidProcessa", new Value.Number("1.0"));
            case "PodborZakaza", "Otgruzka" -> {
                document.put("poYachejkam", Value.flag(false));
                document.put("kontrolKolva", Value.flag(true));
                document.put("kontrolYacheek", Value.flag(false));
                document.put("rezhimUpakovok", Value.text("БезУпаковок"));
                document.put("containsMC", Value.flag(false));
                document.put("dataOtgruzki", Value.text(calendar.day(2)));
                document.put("summa", Value.number(BigDecimal.valueOf(chance.between(10_000, 9_999_999), 2)));
            }
            case "PrihodNaSklad", "Vozvrat" -> {
                document.put("kontragent", Value.text("k1"));
                document.put("iNN", Value.text("7701234561"));
            }
            case "PeremeshheniePoSkladam" -> document.put("idSklada1SKuda", Value.text("2"));
            default -> document.put("poYachejkam", Value.flag(true));
        }
    }

    private Properties state(int number) {
        return Properties.builder()
                .put("modified", true)
                .put("modifiedDate", calendar.minute(number * 7L + 4))
                .put("inProcess", true)
                .put("inProcessDate", calendar.minute(number * 7L + 3))
                .put("finished", true)
                .put("finishedDate", calendar.minute(number * 7L + 5))
                .put("processingTime", "PT2M")
                .put("userId", "user-1")
                .build();
    }

    private List<Properties> tables(String uni, int number) {
        if (!uni.equals("PodborZakaza")) {
            return List.of();
        }
        Properties row = Properties.builder()
                .put("uid", Chance.of(seed, "document row", number).guid())
                .put("index", 0)
                .put("idDokumenta", String.format("ЗК-%04d", number))
                .put("naimenovanie", "Заказ покупателя " + number)
                .put("summa", new Value.Number("1500.00"))
                .build();
        return List.of(Properties.builder()
                .put("name", "Документы")
                .put("version", Value.NULL)
                .put("lastChangeDate", calendar.minute(number * 7L))
                .put("searchOrder", List.of(Value.text("Device")))
                .put("rows", List.of(row))
                .build());
    }
}
