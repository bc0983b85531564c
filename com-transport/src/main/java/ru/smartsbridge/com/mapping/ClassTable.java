package ru.smartsbridge.com.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One class of the component: its members with all their names, in the order of REST and in that of XML. Immutable. */
final class ClassTable {
    /** Where additional fields stand in XML [run]. */
    enum FieldForm {
        /** Among the attributes, their type before their name: {@code Double_Цена}. */
        ATTRIBUTES,
        /** In a {@code Fields} element that is always there. */
        ELEMENTS,
        /** In a {@code Fields} element that is there where one is. */
        ELEMENTS_IF_ANY,
        /** The class has none. */
        NONE
    }

    private final String element;
    private final String progId;
    private final FieldForm fieldForm;
    private final boolean endTag;
    private final List<Attribute> attributes;
    private final List<Child> children;
    private final Set<String> always;
    private final Set<String> ignored;
    private final int[] attributesInXml;
    private final int[] childrenInXml;
    private final int[] sources;
    private final Map<String, Integer> attributeByJson = new HashMap<>();
    private final Map<String, Integer> attributeByXml = new HashMap<>();
    private final Map<String, Integer> childByJson = new HashMap<>();
    private final Map<String, Integer> childByXml = new HashMap<>();

    ClassTable(ClassRow row) {
        element = row.element();
        progId = row.progId();
        fieldForm = row.fieldForm();
        endTag = row.endTag();
        attributes = List.copyOf(row.attributes());
        children = List.copyOf(row.children());
        always = Set.copyOf(row.always());
        ignored = Set.copyOf(row.ignored());
        for (int i = 0; i < attributes.size(); i++) {
            attributeByJson.put(attributes.get(i).json(), i);
            if (attributes.get(i).inXml()) {
                attributeByXml.put(attributes.get(i).xml(), i);
            }
        }
        for (int i = 0; i < children.size(); i++) {
            childByJson.put(children.get(i).json(), i);
            childByXml.put(children.get(i).xml(), i);
        }
        attributesInXml = order(row.attributeOrder(), attributeByXml);
        childrenInXml = order(row.childOrder(), childByXml);
        sources = attributes.stream()
                .mapToInt(attribute -> attribute.of() == null ? -1 : attributeByJson(attribute.of()))
                .toArray();
    }

    private static int[] order(List<String> names, Map<String, Integer> indexes) {
        if (names.size() != indexes.size() || !indexes.keySet().containsAll(names)) {
            throw new IllegalStateException("the order " + names + " is not one of " + indexes.keySet());
        }
        return names.stream().mapToInt(indexes::get).toArray();
    }

    String element() {
        return element;
    }

    String progId() {
        return progId;
    }

    FieldForm fieldForm() {
        return fieldForm;
    }

    /** Whether a self-closed element would cost what follows it [run]. */
    boolean endTag() {
        return endTag;
    }

    /** In the order of REST. */
    List<Attribute> attributes() {
        return attributes;
    }

    /** In the order of REST. */
    List<Child> children() {
        return children;
    }

    /** The places of those attributes that XML has, in its order. */
    int[] attributesInXml() {
        return attributesInXml;
    }

    int[] childrenInXml() {
        return childrenInXml;
    }

    /** Whether the attribute is written also where it holds its default. */
    boolean always(Attribute attribute) {
        return always.contains(attribute.json());
    }

    /** Whether an attribute of XML is neither a member nor a field. */
    boolean ignored(String xml) {
        return ignored.contains(xml) || xml.startsWith("xmlns") || xml.indexOf(':') >= 0;
    }

    /** The place of the attribute that the one at {@code place} is made of; -1 where it is made of none. */
    int source(int place) {
        return sources[place];
    }

    int attributeByJson(String json) {
        return attributeByJson.getOrDefault(json, -1);
    }

    int attributeByXml(String xml) {
        return attributeByXml.getOrDefault(xml, -1);
    }

    int childByJson(String json) {
        return childByJson.getOrDefault(json, -1);
    }

    int childByXml(String xml) {
        return childByXml.getOrDefault(xml, -1);
    }

    /** All names that a field may not have: those of XML and of the automation object. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Attribute attribute : attributes) {
            names.add(attribute.json());
            names.add(attribute.xml());
            names.add(attribute.com());
        }
        for (Child child : children) {
            names.add(child.xml());
            names.add(child.com());
        }
        names.addAll(ignored);
        names.add("Fields");
        return names;
    }
}
