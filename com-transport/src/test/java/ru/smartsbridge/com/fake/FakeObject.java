package ru.smartsbridge.com.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;

/**
 * An object of a {@link FakeBase} with entities in it: a collection of them, or the one that there is. The base counts
 * it until it is closed.
 */
public final class FakeObject implements AutomationObject {
    private static final Set<String> COLLECTIONS = Set.of("DeclaredItems", "CurrentItems", "Tables", "Rows");

    final List<Properties> entities;
    private final FakeBase base;
    private final Map<String, FakeBase.Method> methods;
    private boolean closed;

    FakeObject(FakeBase base, List<Properties> entities, Map<String, FakeBase.Method> methods) {
        this.base = base;
        this.entities = entities;
        this.methods = new HashMap<>(methods);
        base.opened(this);
    }

    /** Has one more method. */
    FakeObject on(String name, FakeBase.Method method) {
        methods.put(name, method);
        return this;
    }

    @Override
    public Object get(Member member) {
        base.crossed(member.name());
        FakeBase.Method method = methods.get(member.name());
        if (method != null) {
            return method.of();
        }
        if (entities.size() != 1) {
            throw FakeBase.thrown(member.name());
        }
        return property(entities.get(0), member.name());
    }

    private Object property(Properties entity, String name) {
        String property = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        if (name.equals("CombinedItems")) {
            return base.object(Stream.of("declaredItems", "currentItems")
                    .flatMap(lines -> entity.objects(lines).stream())
                    .toList());
        }
        if (COLLECTIONS.contains(name)) {
            return base.object(entity.objects(property));
        }
        Value value = entity.get(property).orElse(Value.NULL);
        if (value instanceof Value.Flag flag) {
            return flag == Value.Flag.TRUE;
        }
        return value instanceof Value.Text text ? text.value() : null;
    }

    @Override
    public void put(Member member, Object value) {
        throw FakeBase.thrown(member.name());
    }

    @Override
    public Object call(Member member, Object... arguments) {
        base.crossed(member.name());
        FakeBase.Method method = methods.get(member.name());
        if (method != null) {
            return method.of(arguments);
        }
        return switch (member.name()) {
            case "Count" -> entities.size();
            case "Item" -> item((Integer) arguments[0]);
            default -> throw FakeBase.thrown(member.name());
        };
    }

    private FakeObject item(int index) {
        if (index < 0 || index >= entities.size()) {
            throw FakeBase.thrown("Item");
        }
        return base.object(List.of(entities.get(index)));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            base.closed(this);
        }
    }
}
