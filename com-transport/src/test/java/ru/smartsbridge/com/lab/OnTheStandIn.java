package ru.smartsbridge.com.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** Classes that run on a base of the stand-in, each group of them on a base and in a JVM of its own. */
public abstract class OnTheStandIn extends InsideWindowsTests {
    /** The base to begin with. */
    protected Path seed(Lab lab) {
        return lab.seed();
    }

    /** What else there is to be. */
    protected void furnish(StandInHome home, Lab lab) throws Exception {
        // a base as it is seeded serves most
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        StandInHome home = StandInHome.create(Files.createDirectory(folder.resolve("home")), seed(lab));
        Files.createDirectories(home.logs());
        furnish(home, lab);
        return jvm.environment(home.environment())
                .environment("BASE_ID", home.baseId())
                .environment("COMPONENT_LOGS", WindowsJvm.path(home.logs()));
    }
}
