package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.ExchangeFile;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.connector.Ways;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.SchemaReading;

/** A session with a {@link FakeBase}, and the component around it; the calling thread is its apartment. */
final class FakeSession implements ComSession, Component {
    private static final String FIELD = "<FieldInfo fieldName='%s' fieldType='%s' valueTemplate=''%s></FieldInfo>";
    private static final String ENVIRONMENT = "<Environment><Warehouses count='2'>"
            + "<Warehouse id='1' name='Основной'></Warehouse><Warehouse id='2' name='Второй'></Warehouse>"
            + "</Warehouses><Tables count='2'>"
            + table("Цены", FIELD.formatted("ИдТовара", "String", "") + FIELD.formatted("Цена", "Double", ""))
            + table(
                    "Остатки",
                    FIELD.formatted("Код", "String", " isSQLKeyIndex='True'")
                            + FIELD.formatted("Количество", "Double", ""))
            + "</Tables></Environment>";

    private final FakeBase base;
    private final Path exchange;
    private final ComponentSchema schema;
    private final Map<ComponentClass, Ways.Chosen> ways = new EnumMap<>(ComponentClass.class);
    private StorageConnector connector;

    FakeSession(FakeBase base, Path exchange, Way way) {
        this.base = base;
        this.exchange = exchange;
        this.schema = SchemaReading.of(new ScriptedObject(), environment -> ENVIRONMENT);
        this.connector = new StorageConnector(base.connector());
        Arrays.stream(ComponentClass.values())
                .forEach(type -> ways.put(type, new Ways.Chosen(way, Text.verbatim("so it was told"))));
    }

    private static String table(String name, String fields) {
        return "<DocumentTableInfo name='" + name + "' isSQLTable='True'><Fields>" + fields
                + "</Fields></DocumentTableInfo>";
    }

    /** Uploads to it, spooled in that folder. */
    Uploads uploads(Path folder) {
        return new Uploads(base(folder, this));
    }

    /** The base behind a component of the test's own. */
    UploadBase base(Path folder, Component component) {
        return new UploadBase(
                folder, component, new Reading(this, ZoneOffset.UTC), this::schema, this::mapping, Duration.ofHours(1));
    }

    @Override
    public <R> R call(String what, Duration limit, Function<? super ComSession, ? extends R> task) {
        try {
            return task.apply(this);
        } catch (ComFailure e) {
            throw new BridgeException(Category.BACKEND_FAILED, Text.verbatim(e.getMessage()), e);
        }
    }

    @Override
    public <R> R call(String what, Function<? super ComSession, ? extends R> task) {
        return call(what, Duration.ofMinutes(1), task);
    }

    @Override
    public Automation automation() {
        return name -> new ScriptedObject();
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
        return schema;
    }

    @Override
    public BaseInfo baseInfo() {
        throw new UnsupportedOperationException("no upload asks for it");
    }

    @Override
    public BaseInfo readBaseInfo() {
        return baseInfo();
    }

    @Override
    public boolean hasExchange() {
        return true;
    }

    @Override
    public EntityMapping mapping() {
        return new JsonMapping(base);
    }

    @Override
    public Ways ways() {
        return new Ways(ways);
    }

    @Override
    public Optional<ExchangeFile> newExchangeFile(String purpose) {
        try {
            Path file = Files.createTempFile(exchange, purpose, ".xml");
            return Optional.of(new ExchangeFile(file, file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void renew() {
        connector = new StorageConnector(base.connector());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
