package ru.smartsbridge.api.model;

import java.util.List;
import ru.smartsbridge.api.value.Properties;

/** A document with its lines, as far as they were asked for [edmx]. */
public record Document(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }

    public String documentTypeName() {
        return properties.text("documentTypeName");
    }

    public String deviceId() {
        return properties.text("deviceId");
    }

    public boolean inProcess() {
        return properties.flag("inProcess");
    }

    public boolean finished() {
        return properties.flag("finished");
    }

    /** Plan lines; empty also where they were not asked for. */
    public List<DocumentItem> declaredItems() {
        return items("declaredItems");
    }

    /** Fact lines; empty also where they were not asked for. */
    public List<DocumentItem> currentItems() {
        return items("currentItems");
    }

    private List<DocumentItem> items(String name) {
        return properties.objects(name).stream().map(DocumentItem::new).toList();
    }
}
