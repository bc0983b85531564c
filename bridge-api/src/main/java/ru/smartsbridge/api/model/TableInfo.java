package ru.smartsbridge.api.model;

import java.util.List;
import ru.smartsbridge.api.value.Properties;

/** A table of the base or of a document ({@code DocumentTableInfo}); {@code uni} is its name in addresses [edmx]. */
public record TableInfo(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "name";
    }

    public String name() {
        return properties.text("name");
    }

    public String uni() {
        return properties.text("uni");
    }
    /** The table's own fields, where they were asked for by {@code $expand}. */
    public List<FieldInfo> fields() {
        return properties.objects("fields").stream().map(FieldInfo::new).toList();
    }
}
