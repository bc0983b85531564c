package ru.smartsbridge.com.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.OleDate;

/** An object of the component in memory, strict about types; what it answers are its own objects, opened once more. */
final class MemoryObject implements AutomationObject {
    private final MemoryComponent component;
    private final String type;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, MemoryCollection> collections = new HashMap<>();
    private final MemoryCollection fields;

    MemoryObject(MemoryComponent component, String type) {
        this.component = component;
        this.type = type;
        this.fields = new MemoryCollection(component);
        MemoryComponent.properties(type).forEach((name, value) -> {
            if (!(value instanceof Class)) {
                values.put(name, value);
            }
        });
        MemoryComponent.collections(type)
                .forEach(name -> collections.put(key(Member.of(name)), new MemoryCollection(component)));
        if (values.containsKey("uid")) {
            values.put("uid", UUID.randomUUID().toString());
        }
    }

    private static String key(Member member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Object get(Member member) {
        String name = key(member);
        if (name.equals("fields")) {
            return component.opened(fields);
        }
        if (collections.containsKey(name)) {
            return component.opened(collections.get(name));
        }
        require(member);
        Object value = values.get(name);
        if (value == null && name.endsWith("storagebarcode")) {
            value = values.get(name.replace("barcode", "id"));
        } else if (value == null && name.endsWith("storageid")) {
            value = values.get(name.replace("id", "barcode"));
        }
        return value instanceof MemoryObject object ? component.opened(object) : value;
    }

    @Override
    public void put(Member member, Object value) {
        String name = key(member);
        require(member);
        if (name.equals("lastchangedate") || name.equals("createdonpda")) {
            MemoryComponent.refused(name, MemoryComponent.E_INVALIDARG, () -> "read-only");
        }
        Object kind = MemoryComponent.properties(type).get(name);
        if (value == null) {
            values.put(name, kind instanceof Class ? null : empty(kind));
            return;
        }
        Class<?> wanted = kind instanceof Class<?> own ? own : kind.getClass();
        if (!wanted.isInstance(value)) {
            MemoryComponent.refused(name, MemoryComponent.E_INVALIDARG, () -> "cannot be converted");
        }
        values.put(name, value);
        if (name.endsWith("storagebarcode")) {
            values.put(name.replace("barcode", "id"), value);
        }
    }

    private static Object empty(Object kind) {
        if (kind instanceof OleDate) {
            return new OleDate(0.0);
        }
        if (kind instanceof Double) {
            return 0.0;
        }
        return kind instanceof Integer ? 0 : kind instanceof Boolean ? (Object) false : null;
    }

    private void require(Member member) {
        if (!MemoryComponent.properties(type).containsKey(key(member))) {
            MemoryComponent.refused(type + "." + member, MemoryComponent.E_FAIL, () -> "no such member");
        }
    }

    @Override
    public Object call(Member member, Object... arguments) {
        boolean right = key(member).equals("setfield") && arguments.length == 2 && arguments[0] instanceof String;
        if (!right) {
            MemoryComponent.refused(type + "." + member, MemoryComponent.E_FAIL, () -> "no such method");
        }
        fields.call(Member.of("Add"), arguments);
        return null;
    }

    @Override
    public void close() {
        component.closed();
    }
}
