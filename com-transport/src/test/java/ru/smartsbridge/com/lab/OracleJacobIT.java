package ru.smartsbridge.com.lab;

import java.nio.file.Path;
import java.util.List;

/** The vendor's own component, asked by JACOB inside the Windows JVM. */
class OracleJacobIT extends InsideWindowsTests {
    @Override
    protected List<Class<?>> classes() {
        return List.of(JacobInWindows.class);
    }

    @Override
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) {
        return jvm.environment(Oracle.forTests().environment());
    }
}
