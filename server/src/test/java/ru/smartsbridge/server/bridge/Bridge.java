package ru.smartsbridge.server.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.ConfigurationSources;
import ru.smartsbridge.server.config.LoadedConfiguration;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;

/** A running bridge on a free port of loopback. */
public final class Bridge implements AutoCloseable {
    /** The sandbox's demo base in memory. */
    public static final String DEMO = "bases: { main: { transport: sandbox, sandbox: { store: memory } } }\n";

    private final HttpServer server;

    private Bridge(HttpServer server) {
        this.server = server;
    }

    /** A bridge with this configuration; its state is in {@code folder}. */
    public static Bridge start(Path folder, String yaml) throws IOException, ConfigurationException {
        return start(folder, yaml, Transports.installed());
    }

    /** The same with these transports. */
    public static Bridge start(Path folder, String yaml, Transports transports)
            throws IOException, ConfigurationException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("bridge.yaml"), "listen: 127.0.0.1:0\nlanguage: en\n" + yaml);
        ConfigurationSources sources = new ConfigurationSources(
                Optional.of(file.toString()), Optional.empty(), folder.toAbsolutePath(), Map.of(), List.of());
        LoadedConfiguration loaded = sources.load(transports, Locale.ROOT);
        return new Bridge(HttpServer.start(
                loaded.configuration(),
                transports,
                () -> Optional.of(sources.load(transports, Locale.ROOT).configuration())));
    }

    /** A bridge in front of another one's default base. */
    public static Bridge inFrontOf(Bridge backend, Path folder, String forward)
            throws IOException, ConfigurationException {
        return start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"" + backend.api() + "\", forward: " + forward
                        + " } } }\n");
    }

    public int port() {
        return server.port();
    }

    /** {@code http://127.0.0.1:…}. */
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** The API's root of the default base. */
    public String api() {
        return origin() + "/MobileSMARTS/api/v1";
    }

    @Override
    public void close() {
        server.close();
    }
}
