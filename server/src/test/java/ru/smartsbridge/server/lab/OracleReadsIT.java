package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import java.util.Set;

/** The same on the vendor's own component. */
class OracleReadsIT extends ReadsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofOracle(home);
    }

    /** Where there is no licence, the component refuses to tell the devices. */
    @Override
    Set<String> without() {
        return Set.of("Devices");
    }
}
