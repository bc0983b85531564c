package ru.smartsbridge.com.connector;

import java.util.EnumMap;
import java.util.Map;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Way;

/** Which way serves which class, and why; settled once by the self-test at connecting. Immutable. */
public final class Ways {
    /**
     * How one class crosses.
     *
     * @param reason what the self-test saw, for {@code check} and the log
     */
    public record Chosen(Way way, Text reason) {}

    private final Map<ComponentClass, Chosen> byClass;

    public Ways(Map<ComponentClass, Chosen> byClass) {
        this.byClass = new EnumMap<>(byClass);
    }

    /** Property by property, whatever it is. */
    static Ways properties(Text reason) {
        Map<ComponentClass, Chosen> all = new EnumMap<>(ComponentClass.class);
        for (ComponentClass type : ComponentClass.values()) {
            all.put(type, new Chosen(Way.PROPERTIES, reason));
        }
        return new Ways(all);
    }

    /** The way of a class. */
    public Way of(ComponentClass type) {
        return chosen(type).way();
    }

    /** The way of a class with its reason. */
    public Chosen chosen(ComponentClass type) {
        Chosen chosen = byClass.get(type);
        if (chosen == null) {
            throw new IllegalStateException("no way was settled for " + type);
        }
        return chosen;
    }
}
