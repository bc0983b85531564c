package ru.smartsbridge.com.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import ru.smartsbridge.com.lab.InsideWindowsTests;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;

/** The contract on the stand-in. */
class StandInContractIT extends InsideWindowsTests {
    @Override
    protected List<Class<?>> classes() {
        return List.of(XmlContractInWindows.class, PropertiesContractInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        StandInHome home = StandInHome.create(Files.createDirectory(folder.resolve("home")), lab.seed());
        return jvm.environment(home.environment())
                .environment("BASE_ID", home.baseId())
                .environment("COMPONENT_LOGS", WindowsJvm.path(home.logs()));
    }

    @Override
    protected Duration timeout() {
        return Duration.ofMinutes(15);
    }
}
