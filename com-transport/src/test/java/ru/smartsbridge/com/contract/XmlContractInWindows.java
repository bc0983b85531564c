package ru.smartsbridge.com.contract;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** The contract, with what can cross as XML crossing so. */
final class XmlContractInWindows extends TransportContract {
    @Override
    protected ContractBase open(Path folder) {
        return ComponentBase.open(folder, "auto");
    }
}
