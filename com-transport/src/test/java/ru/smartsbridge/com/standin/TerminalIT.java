package ru.smartsbridge.com.standin;

import java.util.List;
import ru.smartsbridge.com.jacob.ReferencesInWindows;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** TerminalConnector on the stand-in, which has it by the documentation alone. */
class TerminalIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(ReferencesInWindows.class, TerminalInWindows.class);
    }
}
