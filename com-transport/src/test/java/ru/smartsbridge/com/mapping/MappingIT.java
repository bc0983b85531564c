package ru.smartsbridge.com.mapping;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** The mapping on the stand-in. */
class MappingIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(MappingInWindows.class);
    }
}
