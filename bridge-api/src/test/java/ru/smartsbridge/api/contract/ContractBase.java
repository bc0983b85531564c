package ru.smartsbridge.api.contract;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;
import ru.smartsbridge.api.value.Properties;

/** An open transport and what its contract has to know beside it; a test of a transport says how to come by one. */
public interface ContractBase {
    /** The transport under test, on a base of «Склад 15» demo shape that nobody else writes to. */
    Transport transport();

    /** A call as a client of this base makes it. */
    default Call call() {
        return new Call("contract", Caller.BRIDGE);
    }

    /** What the transport does not carry to the letter; the contract demands everything else, and a need for each entry. */
    default Fidelity fidelity() {
        return Fidelity.EXACT;
    }

    /** The way that entities take to this base, where there is more than one. */
    default Way way() {
        return Way.ANY;
    }

    /** The base's time zone, for dates without an offset. */
    default ZoneId zone() {
        return ZoneId.of("Europe/Moscow");
    }

    /** Users as they were entered when the base was set up, passwords in plain; none where that is not known. */
    default List<Properties> users() {
        return List.of();
    }

    /** Whether many texts with characters outside of the basic plane can be uploaded together. */
    default boolean takesManyPairs() {
        return true;
    }

    /** What this base does not have, with the reason, whatever its transport could. */
    default Map<Equipment, String> lacks() {
        return Map.of();
    }

    /** Devices that work on the same base, be it beside the transport. */
    default Optional<SimulatedDevices> devices() {
        return transport().simulatedDevices();
    }

    /** Passwords and tokens that the transport was given and that nobody may read in its description. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** Closes the transport and what was opened for it. */
    default void close() {
        transport().close();
    }

    /** Nothing but the transport. */
    static ContractBase of(Transport transport) {
        return () -> transport;
    }
}
