package ru.smartsbridge.com.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import ru.smartsbridge.com.lab.InsideWindowsTests;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.Oracle;
import ru.smartsbridge.com.lab.WindowsJvm;

/** The contract on the vendor's own component. */
class OracleContractIT extends InsideWindowsTests {
    @Override
    protected List<Class<?>> classes() {
        return List.of(XmlContractInWindows.class, PropertiesContractInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        Oracle oracle = Oracle.forTests();
        Path exchange = Files.createDirectory(folder.resolve("exchange"));
        return jvm.environment(oracle.environment())
                // a call takes half a millisecond there, and property by property there are many
                .property("junit.jupiter.execution.timeout.mode", "disabled")
                .environment("EXCHANGE", exchange.toString())
                .environment("COMPONENT_LOGS", oracle.logs().toString());
    }

    @Override
    protected Duration timeout() {
        return Duration.ofMinutes(90);
    }
}
