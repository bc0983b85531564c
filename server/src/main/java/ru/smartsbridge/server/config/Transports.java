package ru.smartsbridge.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.server.files.FolderTree;

/** The kinds of transport that this version has. */
public final class Transports {
    private final Map<String, TransportProvider> providers = new TreeMap<>();

    /** These and no others. */
    public Transports(Iterable<TransportProvider> providers) {
        for (TransportProvider provider : providers) {
            if (this.providers.putIfAbsent(provider.kind(), provider) != null) {
                throw new IllegalStateException("two providers of transport " + provider.kind());
            }
        }
    }

    /** Those on the class path. */
    public static Transports installed() {
        return new Transports(ServiceLoader.load(TransportProvider.class));
    }

    /**
     * Opens the chosen transport of a base; makes {@code folder} where it is missing. Reaches out to nothing.
     *
     * @param folder the base's own, {@link Configuration#state(BaseConfiguration)}
     * @throws ConfigurationException where the transport cannot use its settings, with the place of the one it names
     */
    public Transport open(BaseConfiguration base, Path folder) throws ConfigurationException, IOException {
        TransportProvider provider = providers.get(base.choice().kind());
        Files.createDirectories(folder);
        try {
            return provider.open(base.settings(folder));
        } catch (BridgeException unusable) {
            Section section = base.chosenSection();
            List<String> key = new ArrayList<>(
                    List.of(KnownKeys.BASES, base.name(), base.choice().kind()));
            unusable.target().ifPresent(key::add);
            Origin origin = unusable.target()
                    .map(section.entries()::get)
                    .map(Section.Entry::origin)
                    .orElse(section.origin());
            throw new ConfigurationException(
                    List.of(new Problem(origin, String.join(".", key), section.masked(unusable.text()))), unusable);
        }
    }

    /**
     * Has the chosen transport of a base look at its settings, and keeps nothing of it. Reaches out to nothing.
     *
     * @throws ConfigurationException as {@link #open} does
     */
    public void validate(BaseConfiguration base) throws ConfigurationException, IOException {
        Path folder = Files.createTempDirectory("smarts-bridge-settings");
        try {
            open(base, folder).close();
        } finally {
            FolderTree.remove(folder);
        }
    }

    /** Whether bases can be served by it. */
    boolean has(String kind) {
        return providers.containsKey(kind);
    }

    /** Sections that a base may have, with their keys, as the transports themselves name them. */
    Map<String, List<Setting>> sections() {
        Map<String, List<Setting>> sections = new TreeMap<>();
        providers.forEach((kind, provider) -> sections.put(kind, provider.settings()));
        return Collections.unmodifiableMap(sections);
    }
}
