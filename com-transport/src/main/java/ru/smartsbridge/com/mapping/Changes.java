package ru.smartsbridge.com.mapping;

import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;

/** Lays a client's changes upon an entity: the other names of what is changed give way, or they would contradict it. */
final class Changes {
    private static final String STATES = "states";

    private Changes() {}

    static Properties applied(ClassTable table, Properties there, Properties changes) {
        Properties base = there;
        for (Attribute attribute : table.attributes()) {
            if (attribute.crossing() == Crossing.SAME || attribute.crossing() == Crossing.OPPOSITE) {
                base = withoutOther(base, changes, attribute.json(), attribute.of());
                base = withoutOther(base, changes, attribute.of(), attribute.json());
            } else if (attribute.crossing() == Crossing.STATE) {
                base = withState(base, changes, attribute.json());
            }
        }
        return base.merged(changes);
    }

    private static Properties withoutOther(Properties base, Properties changes, String changed, String other) {
        return changes.has(changed) && !changes.has(other) ? base.without(other) : base;
    }

    /** Putting the flag to false puts it so in the states, as the component does [run]. */
    private static Properties withState(Properties base, Properties changes, String flag) {
        if (changes.has(STATES)) {
            return base.without(flag);
        }
        if (!changes.get(flag).equals(java.util.Optional.of(Value.Flag.FALSE))) {
            return base;
        }
        List<Properties> states = base.objects(STATES).stream()
                .map(state -> state.with(flag, Value.Flag.FALSE))
                .toList();
        return base.with(STATES, Value.items(states));
    }
}
