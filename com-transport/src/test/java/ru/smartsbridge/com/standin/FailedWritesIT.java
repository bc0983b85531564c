package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Writes that fail. */
class FailedWritesIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(FailedWritesInWindows.class);
    }
}
