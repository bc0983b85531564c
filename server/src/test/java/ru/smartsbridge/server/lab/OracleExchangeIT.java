package ru.smartsbridge.server.lab;

import java.nio.file.Path;

/** The exchange on the vendor's own component. */
class OracleExchangeIT extends ExchangeOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofOracle(home);
    }
}
