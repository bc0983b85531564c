package ru.smartsbridge.com.standin;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What an exchange with a base of «Склад 15» shape carries, in any number. */
final class Goods {
    /** Orders to be picked: documents with lines and with a table of rows. */
    static final EntitySet<Document> ORDERS = EntitySet.docs("PodborZakaza");

    /** A table of the base whose rows have a key of three fields. */
    static final EntitySet<Row> STOCK = EntitySet.table("Ostatki");

    private Goods() {}

    /** Products with one packing each: {@code prefix0}, {@code prefix1} and so on. */
    static Iterator<Product> products(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> product(prefix + i, i)).iterator();
    }

    static Product product(String id, int number) {
        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("name", "штука")
                .put("unitsQuantity", 1)
                .put("barcode", "246" + number)
                .build();
        return new Product(Properties.builder()
                .put("id", id)
                .put("name", "Товар " + number)
                .put("marking", "А-" + number)
                .put("basePackingId", "шт")
                .put("packings", List.of(packing))
                .build());
    }

    /** Rows of {@link #STOCK}, each with a key of its own. */
    static Iterator<Row> stock(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(Properties.builder()
                        .put("idTovara", "т" + i)
                        .put("idSklada", "1")
                        .put("idYachejki", "я" + i % 100)
                        .put("seriya", "С-" + i)
                        .put("kolichestvo", i)
                        .build()))
                .iterator();
    }

    /** Cells of a warehouse, each with a barcode of its own. */
    static Iterator<Cell> cells(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Cell(Properties.builder()
                        .put("id", "я" + i)
                        .put("name", "Ячейка " + i)
                        .put("barcode", "C%07d".formatted(i))
                        .build()))
                .iterator();
    }

    /** An order of so many plan lines. */
    static Document order(String id, int lines) {
        List<Properties> declared = IntStream.range(0, lines)
                .mapToObj(i -> Properties.builder()
                        .put("productId", "p" + i)
                        .put("packingId", "шт")
                        .put("declaredQuantity", i)
                        .put("firstStorageId", "я" + i)
                        .put("sscc", "0046" + i)
                        .build())
                .toList();
        return new Document(Properties.builder()
                .put("id", id)
                .put("name", "Заказ " + id)
                .put("documentTypeName", "ПодборЗаказа")
                .put("warehouseId", "1")
                .put("declaredItems", Value.items(declared))
                .build());
    }

    /** The same with so many rows in its table. */
    static Document orderWithRows(String id, int lines, int rows) {
        List<Properties> made = IntStream.range(0, rows)
                .mapToObj(i -> Properties.builder()
                        .put("idDokumenta", "д" + i)
                        .put("naimenovanie", "Основание " + i)
                        .put("summa", i)
                        .build())
                .toList();
        Properties table = Properties.builder()
                .put("name", "Документы")
                .put("rows", Value.items(made))
                .build();
        return new Document(order(id, lines).properties().with("tables", Value.items(List.of(table))));
    }
}
