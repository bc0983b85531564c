package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Crossings of the transport, counted. */
class CrossingsIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(CrossingsInWindows.class);
    }
}
