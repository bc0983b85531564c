package ru.smartsbridge.server.lab;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;
import ru.smartsbridge.com.lab.Oracle;

/** The same on the vendor's own component, which has no devices in a base of folder mode. */
class OracleRestContractIT extends TransportContract {
    @Override
    protected ContractBase open(Path folder) throws Exception {
        return RestOverCom.open(
                ComBase.ofOracle(folder.resolve("base")), folder, ComBase.Isolation.PROCESS, Oracle.LACKS);
    }
}
