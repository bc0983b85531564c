package ru.smartsbridge.sandbox.demo;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** People, warehouses, cells, devices and settings of the demo base. */
final class Premises {
    /** Names of the warehouses, by their number from 1. */
    static final List<String> WAREHOUSES = List.of("Основной склад", "Склад магазина", "Склад возвратов");

    private static final List<String> PEOPLE =
            List.of("Иванов Пётр", "Соколова Анна", "Кузнецов Олег", "Орлова Мария", "Белов Илья", "Администратор");

    private final long seed;
    private final DemoCalendar calendar;

    Premises(long seed, DemoCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
    }

    List<Properties> userGroups() {
        return List.of(
                group("operators", "Кладовщики", "MobileDeviceUser"),
                group("pickers", "Сборщики", "MobileDeviceUser"),
                group("admins", "Администраторы", "Administrator"));
    }

    private static Properties group(String id, String name, String role) {
        return Properties.builder()
                .put("id", id)
                .put("name", name)
                .put("batchMode", false)
                .put("role", role)
                .put("serverSideInventory", false)
                .put("autorunDocumentTypeName", Value.NULL)
                .put("onStartHandlerName", Value.NULL)
                .put("onFinishHandlerName", Value.NULL)
                .put("documentTypeNames", List.of())
                .build();
    }

    List<Properties> users() {
        List<Properties> users = new ArrayList<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            Properties group = userGroups().get(i == PEOPLE.size() - 1 ? 2 : i % 2);
            users.add(Properties.builder()
                    .put("id", "user-" + (i + 1))
                    .put("name", PEOPLE.get(i))
                    .put(
                            "password",
                            String.format("%04d", Chance.of(seed, "password", i).below(10_000)))
                    .put("description", "")
                    .put("barcode", Barcodes.ean13(900_000L + i))
                    .put("groupId", group.text("id"))
                    .put("groupName", group.text("name"))
                    .put("warehouseIds", List.of(Value.text(String.valueOf(i % WAREHOUSES.size() + 1))))
                    .build());
        }
        return users;
    }

    List<Properties> warehouses() {
        List<Properties> warehouses = new ArrayList<>();
        for (int i = 1; i <= WAREHOUSES.size(); i++) {
            warehouses.add(Properties.builder()
                    .put("id", String.valueOf(i))
                    .put("storageId", String.valueOf(i))
                    .put("name", WAREHOUSES.get(i - 1))
                    .build());
        }
        return warehouses;
    }

    /** Cells such as A-01-02: each warehouse has rows of its own. */
    List<Properties> cells() {
        List<Properties> cells = new ArrayList<>();
        for (int warehouse = 1; warehouse <= WAREHOUSES.size(); warehouse++) {
            for (char row : rowsOf(warehouse).toCharArray()) {
                for (int rack = 1; rack <= 3; rack++) {
                    for (int shelf = 1; shelf <= 4; shelf++) {
                        cells.add(cell(warehouse, String.format("%c-%02d-%02d", row, rack, shelf)));
                    }
                }
            }
        }
        return cells;
    }

    private static String rowsOf(int warehouse) {
        return List.of("AB", "C", "D").get(warehouse - 1);
    }

    private static Properties cell(int warehouse, String id) {
        return Properties.builder()
                .put("id", id)
                .put("warehouseId", String.valueOf(warehouse))
                .put("barcode", id)
                .put("description", "")
                .put("name", "Ячейка " + id)
                .build();
    }

    List<Properties> devices() {
        return List.of(device(1, "TSD-1", "user-1"), device(2, "TSD-2", "user-2"), device(3, "TSD-3", "user-3"));
    }

    private Properties device(int number, String id, String user) {
        Chance chance = Chance.of(seed, "device", number);
        return Properties.builder()
                .put("deviceId", id)
                .put("appInstanceId", DemoBase.ID)
                .put("pincode", String.format("%06d", chance.below(1_000_000)))
                .put("batteryStatus", chance.between(20, 100) + "%")
                .put("lastInfoTime", calendar.minute(-number))
                .put("userId", user)
                .put("warehouseId", "1")
                .put("documentId", "")
                .put("cellId", "")
                .put("hasDeviceLicense", true)
                .put("deviceLicenseExpires", "0001-01-01T00:00:00")
                .put("isServerSupportUntilDate", false)
                .put("deviceSupportUntilDate", "0001-01-01T00:00:00")
                .put("deviceName", "ТСД " + number)
                .put("documentTypeName", "")
                .put("serverHostedDocument", false)
                .put("deviceIP", "192.168.15." + (100 + number))
                .put("userGroupId", number == 2 ? "pickers" : "operators")
                .put("clientVersion", "3.7.35.5012")
                .put("environmentVersion", "1")
                .build();
    }

    List<Properties> licenses() {
        return List.of(1, 2, 3).stream()
                .map(number -> Properties.builder()
                        .put("filePath", "Licenses\\TSD-" + number + ".lic")
                        .put("uid", Chance.of(seed, "license", number).guid())
                        .put("presetId", Value.NULL)
                        .build())
                .toList();
    }

    List<Properties> messages() {
        List<String> texts =
                List.of("Машина поставщика у ворот 2, начинайте приёмку", "Ячейки ряда B закрыты на инвентаризацию");
        List<Properties> messages = new ArrayList<>();
        for (String text : texts) {
            int number = messages.size();
            messages.add(Properties.builder()
                    .put("id", Chance.of(seed, "message", number).guid())
                    .put("appointment", "Кладовщики")
                    .put("sender", "1С")
                    .put("text", text)
                    .put("isError", false)
                    .put("added", calendar.minute(number))
                    .put("sendedDateTime", calendar.minute(number))
                    .put("ttl", "P1D")
                    .put("delivered", number == 0)
                    .put("readed", false)
                    .put("readedBy", List.of())
                    .put("sendedTo", List.of(Value.text("TSD-1")))
                    .put("deliveredTo", number == 0 ? List.of(Value.text("TSD-1")) : List.of())
                    .build());
        }
        return messages;
    }

    List<Properties> operations() {
        return List.of("ПолучитьОстатки", "ПроверитьМарку", "НапечататьЭтикетку").stream()
                .map(name -> Properties.builder().put("operationName", name).build())
                .toList();
    }

    List<Properties> customSettings() {
        return List.of(
                Properties.builder()
                        .put("name", "ВидимостьОпераций")
                        .put("значение", "Все")
                        .build(),
                Properties.builder()
                        .put("name", "Печать")
                        .put("принтер", "Zebra ZD421")
                        .put("копий", 1)
                        .build());
    }
}
