package ru.smartsbridge.sandbox;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

class SandboxContractTest extends TransportContract {
    @Override
    protected ContractBase open(Path folder) {
        return ContractBase.of(Sandboxes.demo(folder));
    }
}
