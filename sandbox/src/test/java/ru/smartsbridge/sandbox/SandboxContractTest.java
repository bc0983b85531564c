package ru.smartsbridge.sandbox;

import java.nio.file.Path;
import java.util.List;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;
import ru.smartsbridge.api.value.Properties;

class SandboxContractTest extends TransportContract {
    @Override
    protected ContractBase open(Path folder) {
        Transport demo = Sandboxes.demo(folder);
        return new ContractBase() {
            @Override
            public Transport transport() {
                return demo;
            }

            @Override
            public List<Properties> users() {
                return List.of(Properties.builder()
                        .put("id", "user-1")
                        .put("barcode", "4600009000009")
                        .put("groupId", "operators")
                        .build());
            }
        };
    }
}
