package ru.smartsbridge.com.jacob;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheOracle;

/** JACOB, values, members and apartments on the vendor's own component. */
class OracleJacobIT extends OnTheOracle {
    @Override
    protected List<Class<?>> classes() {
        return List.of(ValuesInWindows.class, MembersInWindows.class, ApartmentInWindows.class);
    }
}
