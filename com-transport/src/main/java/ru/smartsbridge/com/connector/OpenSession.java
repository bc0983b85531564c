package ru.smartsbridge.com.connector;

import java.util.Optional;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.SchemaReading;
import ru.smartsbridge.com.text.ComTexts;

/** A session as the opener makes it. */
final class OpenSession implements ComSession {
    private final SessionOpener opener;
    private final Automation automation;

    private StorageConnector connector;
    private ComponentSchema schema;
    private EntityMapping mapping;
    private Optional<ExchangeFolder> exchange = Optional.empty();
    private Ways ways;

    OpenSession(SessionOpener opener, Automation automation, StorageConnector connector) {
        this.opener = opener;
        this.automation = automation;
        this.connector = connector;
    }

    /** Learns what a session has to know before its first task. */
    void prepare() {
        opener.known().schema().ifPresentOrElse(this::take, this::readSchema);
        WarmUp.accessors(
                connector,
                schema.tables().stream().findFirst().map(table -> table.name()).orElse(null),
                schema.warehouses().stream()
                        .findFirst()
                        .map(warehouse -> warehouse.key())
                        .orElse(null));
        exchange = opener.known().exchange(() -> ExchangeFolder.of(opener.settings(), automation, connector));
        ways = opener.known().ways().orElseGet(this::test);
    }

    private Ways test() {
        Ways settled =
                opener.settings().propertiesOnly() ? Ways.properties(ComTexts.text("selftest.configured")) : tested();
        opener.known().keep(settled);
        return settled;
    }

    private Ways tested() {
        return new SelfTest(
                        automation,
                        connector,
                        mapping,
                        schema,
                        opener.settings().zone())
                .run();
    }

    private void take(ComponentSchema known) {
        schema = known;
        mapping = opener.mapping(known.declarations());
    }

    @Override
    public Automation automation() {
        return automation;
    }

    @Override
    public StorageConnector connector() {
        return connector;
    }

    @Override
    public ComponentSchema schema() {
        return schema;
    }

    @Override
    public ComponentSchema readSchema() {
        try (AutomationObject environment = connector.getEnvironment()) {
            take(SchemaReading.of(environment, connector::toXml));
        }
        opener.known().keep(schema, BaseInfoReading.of(connector));
        return schema;
    }

    @Override
    public BaseInfo baseInfo() {
        return opener.known().info();
    }

    @Override
    public BaseInfo readBaseInfo() {
        return BaseInfoReading.of(connector);
    }

    @Override
    public boolean hasExchange() {
        return exchange.isPresent();
    }

    @Override
    public EntityMapping mapping() {
        return mapping;
    }

    @Override
    public Ways ways() {
        return ways;
    }

    @Override
    public Optional<ExchangeFile> newExchangeFile(String purpose) {
        return exchange.map(folder -> folder.newFile(purpose));
    }

    @Override
    public void renew() {
        StorageConnector fresh = opener.connect(automation);
        connector.close();
        connector = fresh;
    }

    /** Lets go of the connector without {@code Disconnect}, which would harm the process's other connectors [run]. */
    @Override
    public void close() {
        connector.close();
    }
}
