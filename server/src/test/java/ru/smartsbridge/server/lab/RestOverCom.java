package ru.smartsbridge.server.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;

/** The REST transport in front of a bridge in the Windows JVM that stands on a base behind COM. */
final class RestOverCom implements ContractBase {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final ComBridge bridge;
    private final Transport transport;
    private final Device device;

    private RestOverCom(ComBridge bridge, Transport transport, Device device) {
        this.bridge = bridge;
        this.transport = transport;
        this.device = device;
    }

    /** Starts the bridge in {@code folder}. */
    static RestOverCom open(ComBase base, Path folder, boolean hasDevices) throws Exception {
        ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"));
        Path state = Files.createDirectories(folder.resolve("state"));
        Transport rest = provider("rest").open(new BaseSettings("main", ZONE, state, Map.of("url", bridge.api())));
        return new RestOverCom(
                bridge, limited(rest, capabilities(base, folder)), hasDevices ? new Device(base, rest) : null);
    }

    private static TransportProvider provider(String kind) {
        return ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** What the COM transport behind the bridge says of itself, for which it needs no component. */
    private static Capabilities capabilities(ComBase base, Path folder) {
        Map<String, Object> com = Map.of("connection", base.connection(), "isolation", "none");
        try (Transport unasked = provider("com").open(new BaseSettings("main", ZONE, folder, com))) {
            return unasked.capabilities();
        }
    }

    /** The same transport with what its backend cannot do: over REST that shows only in the answers. */
    private static Transport limited(Transport transport, Capabilities capabilities) {
        return (Transport) Proxy.newProxyInstance(
                Transport.class.getClassLoader(), new Class<?>[] {Transport.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("capabilities")) {
                        return capabilities;
                    }
                    try {
                        return method.invoke(transport, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Fidelity fidelity() {
        return ComFidelity.ENTRIES;
    }

    @Override
    public Way way() {
        return Way.XML;
    }

    @Override
    public Optional<SimulatedDevices> devices() {
        return Optional.ofNullable(device);
    }

    @Override
    public void close() {
        transport.close();
        bridge.close();
    }
}
