package ru.smartsbridge.com.uploads;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.terminal.TerminalSession;

/**
 * The base behind TerminalConnector that uploads go to.
 *
 * @param folder for its spools alone
 * @param component asked at End and not before
 * @param schema what the configuration says of the base
 * @param zone of the base
 * @param endLimit how long all of an End may take in the component
 */
public record TerminalUploadBase(
        Path folder, Component<TerminalSession> component, ComponentSchema schema, ZoneId zone, Duration endLimit) {}
