package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import java.util.Set;

/** The same on the vendor's own component. */
class OracleReadsIT extends ReadsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofOracle(home);
    }

    /** A base in folder mode has no devices. */
    @Override
    Set<String> empty() {
        return Set.of("Devices");
    }
}
