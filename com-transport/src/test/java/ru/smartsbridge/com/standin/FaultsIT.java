package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Faults of the component. */
class FaultsIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(FaultsInWindows.class, FailedWritesInWindows.class, GarbageInWindows.class);
    }
}
