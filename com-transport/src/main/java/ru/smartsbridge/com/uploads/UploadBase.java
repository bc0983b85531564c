package ru.smartsbridge.com.uploads;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.schema.ComponentSchema;

/**
 * The base behind StorageConnector that uploads go to.
 *
 * @param folder for its spools alone
 * @param component asked at End and not before
 * @param reading for looking whether what was sent arrived
 * @param schema what is known of the base now
 * @param mapping by that schema
 * @param endLimit how long all of an End may take in the component
 */
public record UploadBase(
        Path folder,
        Component<ComSession> component,
        Reading reading,
        Supplier<ComponentSchema> schema,
        Supplier<EntityMapping> mapping,
        Duration endLimit) {}
