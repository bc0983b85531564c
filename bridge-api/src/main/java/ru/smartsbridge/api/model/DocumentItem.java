package ru.smartsbridge.api.model;

import java.math.BigDecimal;
import ru.smartsbridge.api.value.Properties;

/** A line of a document; {@code bindedLineUid} binds a fact line to its plan line [edmx]. */
public record DocumentItem(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "uid";
    }

    public String uid() {
        return properties.text("uid");
    }

    public String productId() {
        return properties.text("productId");
    }

    public String packingId() {
        return properties.text("packingId");
    }

    public String bindedLineUid() {
        return properties.text("bindedLineUid");
    }

    public BigDecimal declaredQuantity() {
        return properties.decimal("declaredQuantity");
    }

    public BigDecimal currentQuantity() {
        return properties.decimal("currentQuantity");
    }
}
