package ru.smartsbridge.com.connector;

import java.nio.file.Path;

/**
 * A file that the component writes and we read.
 *
 * @param ours its path in this process
 * @param theirs its path as the component is told it
 */
public record ExchangeFile(Path ours, String theirs) {}
