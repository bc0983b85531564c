package ru.smartsbridge.com.standin;

import java.nio.file.Path;
import java.util.List;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.OnTheStandIn;
import ru.smartsbridge.com.lab.WindowsJvm;

/** A base that is not of «Склад 15» shape, on a computer with another culture and another time zone. */
class OddBaseIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(OddBaseInWindows.class, ValuesAcrossInWindows.class);
    }

    @Override
    protected Path seed(Lab lab) {
        return lab.oddSeed();
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        return super.prepared(jvm, lab, folder)
                .environment("STANDIN_CULTURE", "en-US")
                .environment("TZ", "Asia/Vladivostok");
    }
}
