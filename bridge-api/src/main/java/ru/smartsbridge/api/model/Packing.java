package ru.smartsbridge.api.model;

import java.math.BigDecimal;
import ru.smartsbridge.api.value.Properties;

/** A packing of a product, the base unit included [edmx]. */
public record Packing(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }

    public String barcode() {
        return properties.text("barcode");
    }
    /** How many base units it holds. */
    public BigDecimal unitsQuantity() {
        return properties.decimal("unitsQuantity");
    }
}
