package ru.smartsbridge.com.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * Reads an Environment property by property, where its XML does not serve. {@code DocumentType},
 * {@code ProductSchema} and the like have .NET's ordinary {@code IDispatch} [run]; a property that this version of the
 * component does not have keeps its default.
 */
final class EnvironmentObjects {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentObjects.class);

    private static final Member COUNT = Member.of("Count");
    private static final Member ITEM = Member.of("Item");

    private EnvironmentObjects() {}

    static Described read(AutomationObject environment) {
        Map<String, List<Described>> lists = new HashMap<>();
        lists.put("DocumentTypes", items(environment, "DocumentTypes", EnvironmentObjects::documentType));
        lists.put("Tables", items(environment, "Tables", EnvironmentObjects::table));
        lists.put("Warehouses", items(environment, "Warehouses", item -> plain(item, Shape.WAREHOUSE, Map.of())));
        try (AutomationObject products = environment.child(Member.of("ProductSchema"))) {
            Map<String, List<Described>> own = Map.of("Fields", fields(products, "Fields"));
            lists.put("ProductSchema", List.of(plain(products, Shape.PRODUCT_SCHEMA, own)));
        }
        return new Described(Map.of(), lists);
    }

    private static Described documentType(AutomationObject type) {
        Map<String, List<Described>> lists = Map.of(
                "Fields", fields(type, "Fields"),
                "Columns", fields(type, "Columns"),
                "Tables", items(type, "Tables", EnvironmentObjects::table),
                "InfoStrings", items(type, "InfoStrings", item -> plain(item, Shape.INFO_STRING, Map.of())));
        return named(type, Shape.DOCUMENT_TYPE, lists);
    }

    private static Described table(AutomationObject table) {
        return named(table, Shape.TABLE, Map.of("Fields", fields(table, "Fields")));
    }

    private static List<Described> fields(AutomationObject owner, String collection) {
        return items(owner, collection, field -> plain(field, Shape.FIELD, Map.of()));
    }

    @FunctionalInterface
    private interface Reading {
        Described of(AutomationObject item);
    }

    private static List<Described> items(AutomationObject owner, String name, Reading reading) {
        try (AutomationObject collection = owner.child(Member.of(name))) {
            int count = collection.number(COUNT);
            List<Described> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                try (AutomationObject item = collection.object(ITEM, i)) {
                    items.add(reading.of(item));
                }
            }
            return items;
        }
    }

    private static Described named(AutomationObject object, Shape shape, Map<String, List<Described>> lists) {
        Map<String, String> values = values(object, shape);
        Object name = object.get(Member.of("Name"));
        if (name instanceof String text) {
            values.put("name", text);
        }
        return new Described(values, lists);
    }

    private static Described plain(AutomationObject object, Shape shape, Map<String, List<Described>> lists) {
        return new Described(values(object, shape), lists);
    }

    private static Map<String, String> values(AutomationObject object, Shape shape) {
        Map<String, String> values = new HashMap<>();
        for (Shape.Part part : shape.parts()) {
            if (part.readable() && !values.containsKey(part.attribute())) {
                Object value = value(object, part);
                if (fits(value, part.kind())) {
                    values.put(part.attribute(), value.toString());
                }
            }
        }
        return values;
    }

    /** An unknown property of the component's own {@code IDispatch} answers the name of the class instead [run]. */
    private static boolean fits(Object value, Shape.Kind kind) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case FLAG -> value instanceof Boolean;
            case WHOLE -> value instanceof Integer;
            case NAMED, NUMBERED -> value instanceof Integer || value instanceof String;
        };
    }

    private static Object value(AutomationObject object, Shape.Part part) {
        String name = Character.toUpperCase(part.attribute().charAt(0))
                + part.attribute().substring(1);
        try {
            return object.get(Member.of(name));
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.debug("{} is not to be read; its default is taken", name, refused);
            return null;
        }
    }
}
