package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Answers that are none. */
class GarbageIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(GarbageInWindows.class);
    }
}
