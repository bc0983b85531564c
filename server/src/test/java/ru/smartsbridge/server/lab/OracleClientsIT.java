package ru.smartsbridge.server.lab;

import java.nio.file.Path;

/** The same on the vendor's own component. */
class OracleClientsIT extends ClientsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofOracle(home);
    }

    /** Where there is no licence, the component refuses to tell the devices. */
    @Override
    String without() {
        return "^/Devices";
    }
}
