package ru.smartsbridge.server.lab;

import java.nio.file.Path;

/** The same on the vendor's own component. */
class OracleReadsIT extends ReadsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofOracle(home);
    }
}
