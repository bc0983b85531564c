package ru.smartsbridge.com.contract;

import java.nio.file.Path;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;

/** The same contract, with everything crossing property by property. */
final class PropertiesContractInWindows extends TransportContract {
    @Override
    protected ContractBase open(Path folder) {
        return ComponentBase.open(folder, "properties");
    }
}
