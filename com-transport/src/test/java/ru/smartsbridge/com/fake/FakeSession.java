package ru.smartsbridge.com.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
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
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.SchemaReading;

/** A session with a {@link FakeBase}, and the component around it; the calling thread is its apartment. */
public final class FakeSession implements ComSession, Component<ComSession> {
    private static final String FIELD = "<FieldInfo fieldName='%s' fieldType='%s' valueTemplate=''%s></FieldInfo>";
    public static final String ENVIRONMENT =
            "<Environment><DocumentTypes count='2'><DocumentType name='Приход'><Tables>"
                    + "<DocumentTableInfo name='Серии'></DocumentTableInfo></Tables></DocumentType>"
                    + "<DocumentType name='Расход'></DocumentType></DocumentTypes><Warehouses count='2'>"
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
    private ComponentSchema schema;

    /** What readSchema finds. */
    public String environment = ENVIRONMENT;

    /** What the base says of itself. */
    public BaseInfo info = new BaseInfo(Properties.builder().put("name", "База").build());

    /** Whether there is a folder that both can reach. */
    public boolean exchanging = true;

    private final Map<ComponentClass, Ways.Chosen> ways = new EnumMap<>(ComponentClass.class);
    private StorageConnector connector;

    /** Lines of JSON, where a test wants no other. */
    public EntityMapping mapping;

    /** @param exchange a folder that is there */
    public FakeSession(FakeBase base, Path exchange, Way way) {
        this.base = base;
        this.exchange = exchange;
        this.schema = readSchema();
        this.connector = new StorageConnector(base.connector());
        this.mapping = new JsonMapping(base);
        Arrays.stream(ComponentClass.values())
                .forEach(type -> ways.put(type, new Ways.Chosen(way, Text.verbatim("so it was told"))));
    }

    private static String table(String name, String fields) {
        return "<DocumentTableInfo name='" + name + "' isSQLTable='True'><Fields>" + fields
                + "</Fields></DocumentTableInfo>";
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
    public Component<ComSession> of(Call call) {
        return this;
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
        schema = SchemaReading.of(new ScriptedObject(), object -> environment);
        return schema;
    }

    @Override
    public BaseInfo baseInfo() {
        return info;
    }

    @Override
    public BaseInfo readBaseInfo() {
        return baseInfo();
    }

    @Override
    public boolean hasExchange() {
        return exchanging;
    }

    @Override
    public EntityMapping mapping() {
        return mapping;
    }

    @Override
    public Ways ways() {
        return new Ways(ways);
    }

    @Override
    public Optional<ExchangeFile> newExchangeFile(String purpose) {
        if (!exchanging) {
            return Optional.empty();
        }
        Path file = exchange.resolve(purpose + "-" + UUID.randomUUID() + ".xml");
        return Optional.of(new ExchangeFile(file, file.toString()));
    }

    @Override
    public void renew() {
        connector.close();
        connector = new StorageConnector(base.connector());
    }

    @Override
    public void close() {
        connector.close();
    }
}
