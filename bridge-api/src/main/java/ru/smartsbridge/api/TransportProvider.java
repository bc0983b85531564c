package ru.smartsbridge.api;

import java.util.List;

/** Opens transports of one kind; found by {@link java.util.ServiceLoader}. */
public interface TransportProvider {
    /** The value of {@code transport:} and the name of the base's section: {@code rest}, {@code com}, {@code sandbox}. */
    String kind();

    /** The keys that the section may have. */
    List<Setting> settings();

    /**
     * Opens a transport. Reaches out to nothing: a backend that is down must not keep the bridge from starting.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where the settings cannot be used
     */
    Transport open(BaseSettings settings);
}
