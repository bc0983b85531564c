package ru.smartsbridge.server.config;

import java.util.Optional;

/**
 * A key that was set from outside the file.
 *
 * @param key with dots
 * @param shown its value as it may be printed
 * @param origin what set it
 * @param replaced where the value stood that it replaces; empty where there was none
 */
public record Overridden(String key, String shown, Origin origin, Optional<Origin> replaced) {}
