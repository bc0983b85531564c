package ru.smartsbridge.com.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** Classes that run on the base of the vendor's own component, where there is one. */
public abstract class OnTheOracle extends InsideWindowsTests {
    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        Oracle oracle = Oracle.forTests();
        Path exchange = Files.createDirectory(folder.resolve("exchange"));
        return jvm.environment(oracle.environment())
                .environment("EXCHANGE", exchange.toString())
                .environment("COMPONENT_LOGS", oracle.logs().toString());
    }
}
