package ru.smartsbridge.sandbox.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What the demo base declares: fields of documents, lines, products, and its tables. */
final class DemoSchema {
    private static final String TEXT = "String";
    private static final String FLAG = "Boolean";
    private static final String DOUBLE = "Double";
    private static final String DECIMAL = "Decimal";
    private static final String DATE = "DateTime";

    private static final List<Value> DOCUMENT_EMBEDDED = Fields.of("Document")
            .embedded(TEXT, "Ид", "Id")
            .embedded(TEXT, "Имя", "Name")
            .embedded(TEXT, "Штрихкод", "Barcode")
            .embedded(TEXT, "ИдСклада", "WarehouseId")
            .list();
    private static final List<Value> LINE_EMBEDDED = Fields.of("DocumentItem")
            .embedded(TEXT, "ИдТовара", "ProductId")
            .embedded(TEXT, "ИдУпаковки", "PackingId")
            .embedded(DECIMAL, "КоличествоПлан", "DeclaredQuantity")
            .embedded(DECIMAL, "КоличествоФакт", "CurrentQuantity")
            .list();
    private static final List<Value> PRODUCT_EMBEDDED = Fields.of("Product")
            .embedded(TEXT, "Ид", "Id")
            .embedded(TEXT, "Наименование", "Name")
            .embedded(TEXT, "Штрихкод", "Barcode")
            .embedded(TEXT, "Артикул", "Marking")
            .list();
    private static final List<Value> ROW_EMBEDDED =
            Fields.of("Row").embedded("Int32", "Индекс", "Index").list();

    /** The fields of each table by its name; the order is that of the metadata. */
    private static final Map<String, Fields> TABLES = tables();

    private DemoSchema() {}

    private static Map<String, Fields> tables() {
        Map<String, Fields> tables = new LinkedHashMap<>();
        tables.put(
                "БизнесПроцессы",
                row().key(TEXT, "Ид").add(TEXT, "Наименование").add(FLAG, "Включен"));
        tables.put(
                "Цены",
                row().key(TEXT, "ИдТовара", "ИдУпаковки", "ВидЦены")
                        .add(DECIMAL, "Цена")
                        .add(TEXT, "Валюта"));
        tables.put("ДопРеквизиты", row().key(TEXT, "ИдТовара", "Имя").add(TEXT, "Значение"));
        tables.put("Характеристики", row().key(TEXT, "Ид").add(TEXT, "ИдТовара", "Наименование", "Штрихкод"));
        tables.put("ИсторияСтатусовИНН", row().add(TEXT, "ИНН", "Статус").add(DATE, "Дата"));
        tables.put(
                "Контрагенты",
                row().key(TEXT, "Ид").add(TEXT, "Наименование", "ИНН", "КПП").add(FLAG, "ЭтоПапка"));
        tables.put("МаркиСОшибками", row().add(TEXT, "Марка", "ТекстОшибки").add(DATE, "Дата"));
        tables.put(
                "Остатки",
                row().key(TEXT, "ИдТовара", "ИдСклада", "ИдЯчейки")
                        .add(TEXT, "ИдУпаковки", "Серия")
                        .add(DECIMAL, "Количество")
                        .add(DATE, "Дата")
                        .add(FLAG, "ЭтоРезерв"));
        tables.put(
                "РазмерыОбуви", row().key(TEXT, "Размер").add(TEXT, "РазмерЕС").add(DOUBLE, "ДлинаСтопы"));
        tables.put("Резерв", row().add(TEXT, "ИдТовара", "ИдДокумента").add(DECIMAL, "Количество"));
        tables.put("Серии", row().key(TEXT, "ИдТовара", "Серия").add(DATE, "СрокГодн"));
        tables.put("Склады", row().key(TEXT, "Ид").add(TEXT, "Наименование").add(FLAG, "ЭтоПапка", "Адресный"));
        tables.put("СпрЯчейки", row().key(TEXT, "Ид").add(TEXT, "Наименование", "Штрихкод", "ИдСклада"));
        tables.put(
                "ТранспортныеУпаковки", row().add(TEXT, "SSCC", "ИдДокумента").add(DECIMAL, "Количество"));
        tables.put("Узлы", row().key(TEXT, "Ид").add(TEXT, "Наименование"));
        return tables;
    }

    private static Fields row() {
        return Fields.of("Row");
    }

    /** A recorded document type with the fields, columns and tables that the demo base declares for it. */
    static Properties documentType(Properties recorded) {
        List<Value> fields = Fields.of("Document")
                .add(DOUBLE, "ВидПроцесса")
                .add(FLAG, "ПоЯчейкам", "КонтрольКолва", "КонтрольЯчеек")
                .add(TEXT, "РежимУпаковок")
                .add(FLAG, "ContainsMC")
                .add(TEXT, "ИдУзла", "ИдСклада1СКуда", "Контрагент", "ИНН", "Комментарий")
                .add(DATE, "ДатаОтгрузки")
                .add("Int32", "Номер")
                .add(DECIMAL, "Сумма")
                .list();
        List<Value> columns = Fields.of("DocumentItem")
                .add(TEXT, "Серия", "МаркаИСМП", "ИдХарактеристики", "Комментарий")
                .add(DECIMAL, "Цена")
                .add(DATE, "СрокГодн")
                .add(FLAG, "ЭтоМаркируемый")
                .list();
        return recorded.with("tables", Value.items(documentTables(recorded.text("uni"))))
                .with("fields", Value.items(fields))
                .with("allFields", Value.items(Fields.together(DOCUMENT_EMBEDDED, fields)))
                .with("defaultFields", Value.items(DOCUMENT_EMBEDDED))
                .with("columns", Value.items(columns))
                .with("allColumns", Value.items(Fields.together(LINE_EMBEDDED, columns)))
                .with("defaultColumns", Value.items(LINE_EMBEDDED));
    }

    private static List<Properties> documentTables(String uni) {
        if (!uni.equals("PodborZakaza") && !uni.equals("Otgruzka")) {
            return List.of();
        }
        Fields fields = row().add(TEXT, "ИдДокумента", "Наименование").add(DECIMAL, "Сумма");
        return List.of(table("Документы", fields.list(), false));
    }

    /** The tables of the base. */
    static List<Properties> tablesInfo() {
        return TABLES.entrySet().stream()
                .map(table -> table(table.getKey(), table.getValue().list(), true))
                .toList();
    }

    /** The Russian name of the table that {@code uni} names; empty where the demo base knows none. */
    static Optional<String> tableName(String uni) {
        return TABLES.keySet().stream()
                .filter(name -> Transliteration.uni(name).equals(uni))
                .findFirst();
    }

    private static Properties table(String name, List<Value> fields, boolean ofServer) {
        return Properties.builder()
                .put("name", name)
                .put("filePath", Value.NULL)
                .put("displayName", name)
                .put("uni", Transliteration.uni(name))
                .put("onlyLocal", false)
                .put("serverTable", ofServer)
                .put("serverSide", ofServer)
                .put("erpSide", false)
                .put("deviceSide", true)
                .put("serverSearchPriority", false)
                .put("issqlTable", ofServer)
                .put("multiColumnSearchIndexList", Value.NULL)
                .put("method", Value.NULL)
                .put("updatePeriod", 60)
                .put("autoExchangeDeviceOnUpdate", true)
                .put("searchOrder", List.of(Value.text("Device"), Value.text("Server")))
                .put("fields", fields)
                .put("allFields", Fields.together(ROW_EMBEDDED, fields))
                .put("defaultFields", ROW_EMBEDDED)
                .build();
    }

    /** What the base says of its products. */
    static Properties productSchema() {
        List<Value> fields = Fields.of("PackedProduct, Product")
                .add(TEXT, "ВидТовара")
                .add(FLAG, "ЭтоМаркируемый", "ИспользоватьСерии")
                .add(DECIMAL, "Цена")
                .add(TEXT, "СтавкаНДС", "СтранаПроисхождения")
                .add(DECIMAL, "Price")
                .list();
        return Properties.builder()
                .put("oDataKey", "ProductSchema")
                .put("barcodeExtendedSearchMode", "Auto")
                .put("autoExchangeWhileInProcess", false)
                .put("autoExchangeDeviceOnUpdate", true)
                .put("updateMaxSize", 0)
                .put("productsXmlSizeForSupportUpdates", 5242880)
                .put("serverSide", true)
                .put("erpSide", false)
                .put("deviceSide", true)
                .put("serverSearchPriority", false)
                .put("documentProductsSavingMode", "No")
                .put("commonTemplates", List.of())
                .put("searchOrder", List.of(Value.text("Device"), Value.text("Server")))
                .put("defaultFields", PRODUCT_EMBEDDED)
                .put("fields", fields)
                .put("allFields", Fields.together(PRODUCT_EMBEDDED, fields))
                .build();
    }
}
