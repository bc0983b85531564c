package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A storage cell ({@code CellWrapper} in {@code Cells}, {@code Cell} below a warehouse) [edmx]. */
public record Cell(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String warehouseId() {
        return properties.text("warehouseId");
    }

    public String barcode() {
        return properties.text("barcode");
    }

    public String name() {
        return properties.text("name");
    }
}
