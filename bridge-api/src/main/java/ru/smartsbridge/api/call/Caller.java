package ru.smartsbridge.api.call;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param account the name he gave, {@code ""} where none was asked for
 * @param address the host he comes from, as numbers
 * @param credentials what he would show to a backend that asks; never logged
 */
public record Caller(String account, String address, Optional<Credentials> credentials) {
    /** The bridge itself, as at start and in {@code check}. */
    public static final Caller BRIDGE = new Caller("", "", Optional.empty());
}
