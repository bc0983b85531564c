package ru.smartsbridge.com.standin;

import java.nio.file.Path;
import java.util.List;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.OnTheStandIn;
import ru.smartsbridge.com.lab.WindowsJvm;

/** Large sets in a small heap. */
class LargeIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(LargeInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        return super.prepared(jvm, lab, folder).options("-Xmx256m");
    }
}
