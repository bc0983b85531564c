package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Faults of the component; on a base of its own, since calls that were given up come back late. */
class FaultsIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(FaultsInWindows.class);
    }
}
