package ru.smartsbridge.server.contract;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** The REST transport holds the contract through one more bridge that takes the typed calls. */
class RestTransportThroughTypedBridgeContractTest extends TransportContract {
    @Override
    protected ContractBase open(Path folder) throws Exception {
        return new RestOverBridge(folder, "typed");
    }
}
