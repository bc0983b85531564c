package ru.smartsbridge.com.connector;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheOracle;

/** Sessions on the vendor's own component. */
class OracleSessionIT extends OnTheOracle {
    @Override
    protected List<Class<?>> classes() {
        return List.of(SessionInWindows.class);
    }
}
