package ru.smartsbridge.com.mapping;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;

/** A collection of the component in memory: {@code Count}, {@code Item} and {@code Add}, its arguments by exact type. */
final class MemoryCollection implements AutomationObject {
    private final MemoryComponent component;
    private final List<Object> items = new ArrayList<>();

    MemoryCollection(MemoryComponent component) {
        this.component = component;
    }

    @Override
    public Object get(Member member) {
        return MemoryComponent.refused(member.name(), MemoryComponent.E_FAIL, () -> "a method, not a property");
    }

    @Override
    public void put(Member member, Object value) {
        MemoryComponent.refused(member.name(), MemoryComponent.E_FAIL, () -> "no such property");
    }

    @Override
    public Object call(Member member, Object... arguments) {
        return switch (member.name()) {
            case "Count" -> items.size();
            case "Item" -> item((Integer) arguments[0]);
            case "Add" -> add(arguments);
            default -> MemoryComponent.refused(member.name(), MemoryComponent.E_FAIL, () -> "no such method");
        };
    }

    private Object item(int index) {
        Object item = items.get(index);
        return item instanceof MemoryObject object ? component.opened(object) : item;
    }

    private Object add(Object... arguments) {
        if (arguments.length == 1) {
            items.add(arguments[0]);
        } else {
            MemoryObject field = new MemoryObject(component, "fieldvalue");
            field.put(Member.of("FieldName"), arguments[0]);
            field.put(Member.of("Value"), arguments[1]);
            items.add(field);
        }
        return items.size() - 1;
    }

    @Override
    public void close() {
        component.closed();
    }
}
