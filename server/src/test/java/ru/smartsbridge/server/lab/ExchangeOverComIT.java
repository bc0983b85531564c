package ru.smartsbridge.server.lab;

import java.nio.file.Path;

/** The exchange on the stand-in. */
class ExchangeOverComIT extends ExchangeOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofStandIn(home);
    }
}
