package ru.smartsbridge.com.connector;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Sessions on the stand-in. */
class SessionIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(SessionInWindows.class);
    }
}
