package ru.smartsbridge.com.schema;

import java.util.List;
import java.util.Map;

/**
 * An object of the environment as far as we look at it, read from the component's XML or from its properties.
 *
 * @param values by the attribute's name in XML (the property's with a small first letter), as XML writes them; what is
 *     left out has its default
 * @param lists the objects of a collection by the collection's name
 */
record Described(Map<String, String> values, Map<String, List<Described>> lists) {
    /** Where the text of an element stands, as in a list of texts. */
    static final String TEXT = "";

    Described {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
    }

    /** The value; null where it is left out. */
    String value(String name) {
        return values.get(name);
    }

    /** The objects of a collection; none where it is left out. */
    List<Described> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
