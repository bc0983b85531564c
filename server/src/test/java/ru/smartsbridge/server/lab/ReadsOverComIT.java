package ru.smartsbridge.server.lab;

import java.nio.file.Path;

class ReadsOverComIT extends ReadsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofStandIn(home);
    }
}
