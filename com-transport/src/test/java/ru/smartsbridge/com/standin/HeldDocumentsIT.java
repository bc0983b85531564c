package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** Documents that somebody else has in hand. */
class HeldDocumentsIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(HeldDocumentsInWindows.class);
    }
}
