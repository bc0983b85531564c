package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** What calls leave behind in the component and in the heap. */
class RecyclingIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(RecyclingInWindows.class);
    }
}
