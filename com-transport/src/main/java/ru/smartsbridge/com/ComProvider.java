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
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.SessionOpener;
import ru.smartsbridge.com.documents.Documents;
import ru.smartsbridge.com.mapping.ComponentMapping;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.terminal.TerminalSession;
import ru.smartsbridge.com.terminal.TerminalSettings;
import ru.smartsbridge.com.uploads.TerminalUploadBase;
import ru.smartsbridge.com.uploads.UploadBase;
import ru.smartsbridge.com.uploads.Uploads;

/**
 * Opens bases behind the vendor's StorageConnector or TerminalConnector. Opening loads nothing native and asks nobody: that waits for the
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
        return settings.terminal()
                .<Transport>map(terminal -> terminal(given, settings, terminal))
                .orElseGet(() -> storage(given, settings));
    }

    private static Transport terminal(BaseSettings given, ComSettings settings, TerminalSettings terminal) {
        String connection = settings.connection().connection();
        Housed<TerminalSession> house = Housed.of(
                given, settings, automation -> TerminalSession.open(automation, terminal.members(), connection));
        Uploads<TerminalSession> uploads = Uploads.ofTerminal(new TerminalUploadBase(
                given.state().resolve("spool-terminal"),
                house.component(),
                terminal.schema(),
                terminal.zone(),
                settings.endTimeout()));
        return new TerminalTransport("com terminal " + connection, terminal, uploads, house);
    }

    private static Transport storage(BaseSettings given, ComSettings settings) {
        Function<Declarations, EntityMapping> mappings =
                declarations -> new ComponentMapping(declarations, given.zone());
        SessionOpener opener = new SessionOpener(settings.connection(), mappings);
        Housed<ComSession> house = Housed.of(given, settings, opener::open);
        Component<ComSession> component = house.component();
        Kept<ComponentSchema> schema = new Kept<>(
                call -> component.of(call).call("GetEnvironment", ComSession::readSchema),
                System::nanoTime,
                (call, cause) -> LOG.warn(
                        "[{}] The schema was not read anew, the old one serves on: {}",
                        call.requestId(),
                        cause.getMessage()));
        Reading reading = new Reading(component, given.zone());
        Uploads<ComSession> uploads = Uploads.ofStorage(new UploadBase(
                given.state().resolve("spool"),
                component,
                reading,
                () -> schema.get(ComTransport.OWN),
                () -> mappings.apply(schema.get(ComTransport.OWN).declarations()),
                settings.endTimeout()));
        return new ComTransport(
                "com " + settings.connection().connection(),
                schema,
                reading,
                new Documents(component, given.zone(), Clock.systemUTC()),
                uploads,
                house);
    }
}
