package ru.smartsbridge.com.contract;

import java.time.Duration;
import java.util.List;
import ru.smartsbridge.com.lab.OnTheStandIn;

/** What of the contract TerminalConnector can be held to: that products which it was given are there. */
class TerminalContractIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(ProductsByTerminalContractInWindows.class);
    }

    @Override
    protected Duration timeout() {
        return Duration.ofMinutes(10);
    }
}
