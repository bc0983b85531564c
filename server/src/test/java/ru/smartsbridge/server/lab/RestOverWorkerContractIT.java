package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import java.util.Map;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** The same where the component runs in a worker, as it does unless told otherwise. */
class RestOverWorkerContractIT extends TransportContract {
    @Override
    protected ContractBase open(Path folder) throws Exception {
        return RestOverCom.open(ComBase.ofStandIn(folder.resolve("base")), folder, ComBase.Isolation.PROCESS, Map.of());
    }
}
