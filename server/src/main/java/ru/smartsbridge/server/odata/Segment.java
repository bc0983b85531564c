package ru.smartsbridge.server.odata;

import java.util.Optional;

/**
 * One step of an address: {@code Docs}, {@code Products('1')}, {@code declaredItems}.
 *
 * @param name decoded, as the client wrote it
 * @param key decoded, quotes and escapes taken off; empty where there are no brackets
 */
record Segment(String name, Optional<String> key) {}
