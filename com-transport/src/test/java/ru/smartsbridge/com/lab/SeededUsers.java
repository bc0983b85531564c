package ru.smartsbridge.com.lab;

import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The users of the lab's seed as somebody would have entered them: the component gives their passwords hashed. */
public final class SeededUsers {
    /** In the order of the base. */
    public static final List<Properties> ENTERED = List.of(Properties.builder()
            .put("id", "user-1")
            .put("name", "Иванов Пётр")
            .put("password", "1111")
            .put("groupId", "operators")
            .put("warehouseIds", List.of(Value.text("1")))
            .build());

    private SeededUsers() {}
}
