package ru.smartsbridge.com;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.schema.Kept;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.connector.ApartmentComponent;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.connector.SessionOpener;
import ru.smartsbridge.com.documents.Documents;
import ru.smartsbridge.com.mapping.ComponentMapping;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.uploads.UploadBase;
import ru.smartsbridge.com.uploads.Uploads;

/**
 * Opens bases behind the vendor's StorageConnector. Opening loads nothing native and asks nobody: that waits for the
 * first call, so that a bridge starts wherever it is.
 */
public final class ComProvider implements TransportProvider {
    private static final Logger LOG = LoggerFactory.getLogger(ComProvider.class);

    @Override
    public String kind() {
        return "com";
    }

    @Override
    public List<Setting> settings() {
        return ComSettings.keys();
    }

    @Override
    public Transport open(BaseSettings given) {
        ComSettings settings = ComSettings.of(given);
        Function<Declarations, EntityMapping> mappings =
                declarations -> new ComponentMapping(declarations, given.zone());
        Failures failures = new Failures(settings.connection());
        JacobHouse house = new JacobHouse(given.state(), settings);
        SessionOpener opener = new SessionOpener(settings.connection(), mappings);
        SingleThreadApartment<ComSession> apartment = new SingleThreadApartment<>(
                apartment(given.name(), settings),
                house,
                new BaseSessions(() -> opener.open(house.automation()), failures, settings));
        Component component = new ApartmentComponent(apartment, failures, settings.timeout());
        Kept<ComponentSchema> schema = new Kept<>(
                call -> component.of(call).call("GetEnvironment", ComSession::readSchema),
                System::nanoTime,
                (call, cause) -> LOG.warn(
                        "[{}] The schema was not read anew, the old one serves on: {}",
                        call.requestId(),
                        cause.getMessage()));
        Reading reading = new Reading(component, given.zone());
        Uploads uploads = new Uploads(new UploadBase(
                given.state().resolve("spool"),
                component,
                reading,
                () -> schema.get(ComTransport.OWN),
                () -> mappings.apply(schema.get(ComTransport.OWN).declarations()),
                settings.endTimeout()));
        return new ComTransport(
                "com " + settings.connection().connection(),
                component,
                schema,
                reading,
                new Documents(component, given.zone(), Clock.systemUTC()),
                uploads,
                apartment);
    }

    private static ApartmentSettings apartment(String name, ComSettings settings) {
        ApartmentSettings usual = ApartmentSettings.of(name);
        return new ApartmentSettings(
                name,
                settings.queue(),
                usual.longestWait(),
                settings.recycleCalls(),
                settings.recycleAge(),
                usual.settling(),
                settings.isolated() ? 1 : usual.mostAbandoned());
    }
}
