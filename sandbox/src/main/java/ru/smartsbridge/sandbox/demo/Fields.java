package ru.smartsbridge.sandbox.demo;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Field lists as a base declares them: {@code FieldInfo} with Russian name, uni and type. */
final class Fields {
    private final String owner;
    private final List<Value> fields = new ArrayList<>();

    private Fields(String owner) {
        this.owner = owner;
    }

    /** An empty list of fields of what {@code owner} names by the metadata's enumeration FieldOwner. */
    static Fields of(String owner) {
        return new Fields(owner);
    }

    /** Fields of one type. */
    Fields add(String type, String... names) {
        for (String name : names) {
            fields.add(field(name, Transliteration.uni(name), type, false, false));
        }
        return this;
    }

    /** Fields by which rows are found. */
    Fields key(String type, String... names) {
        for (String name : names) {
            fields.add(field(name, Transliteration.uni(name), type, true, false));
        }
        return this;
    }

    /** A field that Mobile SMARTS itself has. */
    Fields embedded(String type, String name, String uni) {
        fields.add(field(name, uni, type, false, true));
        return this;
    }

    List<Value> list() {
        return List.copyOf(fields);
    }

    /** These after others. */
    static List<Value> together(List<Value> first, List<Value> second) {
        List<Value> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Properties field(String name, String uni, String type, boolean key, boolean embedded) {
        return Properties.builder()
                .put("uni", uni)
                .put("dirName", Value.NULL)
                .put("fieldName", name)
                .put("displayName", name)
                .put("isEmbedded", embedded)
                .put("alias", "")
                .put("comment", "")
                .put("fieldType", type)
                .put("valueTemplate", "")
                .put("oneTimeTemplateExecution", false)
                .put("eanAI", 0)
                .put("issqlKeyIndex", key)
                .put("issqlIndex", key)
                .put("issqlSubstringIndex", false)
                .put("fieldOwners", owner)
                .build();
    }
}
