package ru.smartsbridge.server.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.Equipment;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.lab.SeededUsers;

/** The REST transport in front of a bridge in the Windows JVM that stands on a base behind COM. */
final class RestOverCom implements ContractBase {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final ComBridge bridge;
    private final Transport transport;
    private final Device device;
    private final Map<Equipment, String> lacks;

    private RestOverCom(ComBridge bridge, Transport transport, Device device, Map<Equipment, String> lacks) {
        this.bridge = bridge;
        this.transport = transport;
        this.device = device;
        this.lacks = lacks;
    }

    /** Starts the bridge in {@code folder}, in front of a base that has all but what it {@code lacks}. */
    static RestOverCom open(ComBase base, Path folder, ComBase.Isolation isolation, Map<Equipment, String> lacks)
            throws Exception {
        ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), isolation);
        Path state = Files.createDirectories(folder.resolve("state"));
        Transport rest = provider("rest").open(new BaseSettings("main", ZONE, state, Map.of("url", bridge.api())));
        Device device = lacks.containsKey(Equipment.DEVICES) ? null : new Device(base, rest);
        return new RestOverCom(bridge, limited(rest, capabilities(base, folder)), device, lacks);
    }

    private static TransportProvider provider(String kind) {
        return ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** What the COM transport behind the bridge says of itself, for which it needs no component. */
    static Capabilities capabilities(ComBase base, Path folder) {
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
    public Map<Equipment, String> lacks() {
        return lacks;
    }

    @Override
    public List<Properties> users() {
        return SeededUsers.ENTERED;
    }

    /** The vendor's writer of products cuts a pair in two where its buffer ends, and the End fails [run]. */
    @Override
    public boolean takesManyPairs() {
        return false;
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
