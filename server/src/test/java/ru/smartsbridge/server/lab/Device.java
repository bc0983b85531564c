package ru.smartsbridge.server.lab;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.com.lab.DeviceClient;
import ru.smartsbridge.com.lab.WindowsProcess;

/** {@link DeviceClient} as the device of a contract: a second process on the base, which the bridge knows nothing of. */
final class Device implements SimulatedDevices {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String SAID = "finished ";

    private final ComBase base;
    private final Transport transport;

    /** @param transport by which the finished document is read */
    Device(ComBase base, Transport transport) {
        this.base = base;
        this.transport = transport;
    }

    @Override
    public Document finish(String device, Optional<String> document, Call call) {
        try (WindowsProcess client = base.jvm()
                .classPath(ComBase.deviceClassPath())
                .start(DeviceClient.class.getName(), base.connection(), document.orElse("-"), device)) {
            int status = client.exitCode(LONGEST);
            if (status != 0) {
                throw new BridgeException(category(status), Text.verbatim(String.join("\n", client.lines())));
            }
            String id = client.await(Pattern.compile("^" + SAID), LONGEST).substring(SAID.length());
            return read(id, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Category category(int status) {
        return switch (status) {
            case DeviceClient.NOT_FOUND -> Category.NOT_FOUND;
            case DeviceClient.FINISHED -> Category.CONFLICT;
            default -> Category.BACKEND_FAILED;
        };
    }

    private Document read(String id, Call call) {
        return transport
                .find(EntitySet.DOCS, id, Query.ALL.withExpand("declaredItems", "currentItems"), call)
                .orElseThrow();
    }
}
