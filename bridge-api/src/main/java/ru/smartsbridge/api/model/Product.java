package ru.smartsbridge.api.model;

import java.util.List;
import ru.smartsbridge.api.value.Properties;

/** A product with its packings [edmx]. */
public record Product(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }

    public String basePackingId() {
        return properties.text("basePackingId");
    }

    public List<Packing> packings() {
        return properties.objects("packings").stream().map(Packing::new).toList();
    }
}
