package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** A client of the REST API in front of a bridge on COM: the contract on the stand-in, by HTTP. */
@EnabledIfSystemProperty(named = "lab.faults", matches = "all", disabledReason = "takes minutes: -Dlab.faults=all")
class RestOverComContractIT extends TransportContract {
    @Override
    protected ContractBase open(Path folder) throws Exception {
        return RestOverCom.open(ComBase.ofStandIn(folder.resolve("base")), folder, ComBase.Isolation.NONE, Map.of());
    }
}
