package ru.smartsbridge.com.jacob;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** JACOB, values, members and apartments on the stand-in. */
class JacobIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(ValuesInWindows.class, MembersInWindows.class, ApartmentInWindows.class);
    }
}
