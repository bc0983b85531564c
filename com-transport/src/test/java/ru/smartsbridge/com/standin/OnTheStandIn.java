package ru.smartsbridge.com.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import ru.smartsbridge.com.lab.InsideWindowsTests;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;

/** Classes that run on a base of the stand-in, each group of them on a base and in a JVM of its own. */
abstract class OnTheStandIn extends InsideWindowsTests {
    /** The base to begin with. */
    protected Path seed(Lab lab) {
        return lab.seed();
    }

    /** What else the base is to have. */
    protected void furnish(StandInHome home) throws Exception {
        // a base as it is seeded serves most
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        StandInHome home = StandInHome.create(Files.createDirectory(folder.resolve("home")), seed(lab));
        Files.createDirectories(home.logs());
        furnish(home);
        return jvm.environment(home.environment())
                .environment("BASE_ID", home.baseId())
                .environment("COMPONENT_LOGS", WindowsJvm.path(home.logs()));
    }
}
