package ru.smartsbridge.com.standin;

import java.time.Duration;
import java.util.function.Consumer;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.jacob.OnApartment;
import ru.smartsbridge.com.jacob.SingleThreaded;

/** Somebody else on the same base, such as a device: a connector beside the bridge's, on a thread of its own. */
final class OtherConnector implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SingleThreadApartment<StorageConnector> apartment = new SingleThreadApartment<>(
            ApartmentSettings.of("other"), new SingleThreaded(OnApartment.library()), new Sessions<>() {
                @Override
                public StorageConnector open() {
                    StorageConnector connector =
                            new StorageConnector(OnApartment.component().create(StorageConnector.PROG_ID));
                    connector.selectCurrentApp(OnApartment.base()).close();
                    return connector;
                }

                @Override
                public void close(StorageConnector connector) {
                    connector.close();
                }
            });

    /** Changes a document as its device would, and writes it. */
    void change(String id, Consumer<AutomationObject> change) {
        apartment.call("change", LIMIT, connector -> {
            try (AutomationObject document = connector.getDocument(id)) {
                change.accept(document);
                connector.setDocument(document);
            }
            return null;
        });
    }

    @Override
    public void close() {
        apartment.close();
    }
}
