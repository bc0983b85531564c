package ru.smartsbridge.server.lab;

import java.nio.file.Path;

/** On the vendor's own component, which takes its time by itself. */
class OracleKilledInItsEndIT extends KilledInItsEnd {
    @Override
    ComBase base(Path folder) throws Exception {
        return ComBase.ofOracle(folder);
    }

    @Override
    int products() {
        return 20_000;
    }
}
