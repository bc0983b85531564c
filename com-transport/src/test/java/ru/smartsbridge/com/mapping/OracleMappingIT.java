package ru.smartsbridge.com.mapping;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheOracle;

/** The mapping on the vendor's own component. */
class OracleMappingIT extends OnTheOracle {
    @Override
    protected List<Class<?>> classes() {
        return List.of(MappingInWindows.class);
    }
}
