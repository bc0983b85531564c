package ru.smartsbridge.server.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;

/** The REST transport in front of a chain of bridges that stands on a sandbox. */
final class RestOverBridge implements ContractBase {
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Bridge sandbox;
    private final Transport transport;

    /**
     * @param forwards how each bridge between the transport and the sandbox forwards; none: straight to the sandbox
     */
    RestOverBridge(Path folder, String... forwards) throws Exception {
        sandbox = own(Bridge.start(folder.resolve("sandbox"), Bridge.DEMO));
        Bridge last = sandbox;
        for (int i = 0; i < forwards.length; i++) {
            last = own(Bridge.inFrontOf(last, folder.resolve("bridge" + i), forwards[i]));
        }
        TransportProvider rest = ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals("rest"))
                .findFirst()
                .orElseThrow();
        Path state = Files.createDirectories(folder.resolve("state"));
        transport =
                own(rest.open(new BaseSettings("main", ZoneId.of("Europe/Moscow"), state, Map.of("url", last.api()))));
    }

    private <T extends AutoCloseable> T own(T opened) {
        owned.push(opened);
        return opened;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    /** The sandbox's devices, by the address that a person would use. */
    @Override
    public Optional<SimulatedDevices> devices() {
        return Optional.of(this::finish);
    }

    private Document finish(String device, Optional<String> document, Call call) {
        Client.Answer answer = new Client(sandbox.origin())
                .post(
                        "/sandbox/main/devices/" + device + "/finish"
                                + document.map(id -> "?document=" + id).orElse(""),
                        "");
        if (answer.status() == 200) {
            return new Document(answer.json().without("@odata.context"));
        }
        throw new BridgeException(
                answer.status() == 404 ? Category.NOT_FOUND : Category.CONFLICT, Text.verbatim(answer.message()));
    }

    @Override
    public void close() {
        for (AutoCloseable each : owned) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
