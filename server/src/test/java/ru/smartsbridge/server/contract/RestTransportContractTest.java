package ru.smartsbridge.server.contract;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** The REST transport holds the contract over a socket to a bridge on a sandbox. */
class RestTransportContractTest extends TransportContract {
    @Override
    protected ContractBase open(Path folder) throws Exception {
        return new RestOverBridge(folder);
    }
}
