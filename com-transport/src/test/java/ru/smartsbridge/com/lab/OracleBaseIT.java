package ru.smartsbridge.com.lab;

import java.nio.file.Path;
import java.util.List;

/** The base that the oracle was given, in the vendor's own component: asked by JACOB inside the Windows JVM. */
class OracleBaseIT extends InsideWindowsTests {
    @Override
    protected List<Class<?>> classes() {
        return List.of(BaseInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) {
        Oracle oracle = Oracle.forTests();
        return jvm.environment(oracle.environment()).environment("SEED", WindowsJvm.path(oracle.seed()));
    }
}
