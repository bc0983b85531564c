package ru.smartsbridge.com.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The component, asked by JACOB inside the Windows JVM. */
class JacobInWindowsIT extends InsideWindowsTests {
    @Override
    protected List<Class<?>> classes() {
        return List.of(JacobInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        StandInHome home = StandInHome.create(Files.createDirectory(folder.resolve("home")), lab.seed());
        return jvm.environment(home.environment()).environment("BASE_ID", home.baseId());
    }
}
