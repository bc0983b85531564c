package ru.smartsbridge.server.lab;

import java.nio.file.Path;

class ClientsOverComIT extends ClientsOverCom {
    @Override
    ComBase base(Path home) throws Exception {
        return ComBase.ofStandIn(home);
    }
}
