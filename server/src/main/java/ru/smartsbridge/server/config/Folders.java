package ru.smartsbridge.server.config;

import java.nio.file.Path;

/**
 * What a relative path is relative to.
 *
 * @param beside the folder of the configuration file, or the working directory where there is no file
 * @param working the working directory
 */
record Folders(Path beside, Path working) {
    /** The folder for a path that was set at {@code origin}. */
    Path of(Origin origin) {
        return origin instanceof Origin.InFile || origin instanceof Origin.Default ? beside : working;
    }
}
