package ru.smartsbridge.com.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.ScriptedObject;

/** The component as far as a session is opened with it; its XML is what {@link MirrorMapping} takes for it. */
final class ScriptedComponent implements Automation {
    static final String ENVIRONMENT = "<Environment><DocumentTypes><DocumentType name='Приход'><Fields>"
            + "<FieldInfo fieldName='Номер' fieldType='Int32'></FieldInfo></Fields></DocumentType></DocumentTypes>"
            + "<Tables><DocumentTableInfo name='Цены'><Fields>"
            + "<FieldInfo fieldName='Код' fieldType='String'></FieldInfo></Fields></DocumentTableInfo></Tables>"
            + "<Warehouses><Warehouse id='1' name='Склад'/></Warehouses></Environment>";

    private static final String NAMESPACE = "Cleverence.Warehouse.";

    /** Everything that was asked of it, in order. */
    final List<String> calls = new ArrayList<>();

    final List<ScriptedObject> connectors = new ArrayList<>();
    String environment = ENVIRONMENT;
    String login;
    boolean folderMode;
    AutomationObject description;
    UnaryOperator<String> toXml = UnaryOperator.identity();
    UnaryOperator<String> fromXml = UnaryOperator.identity();
    boolean writesFiles = true;

    /** What every connector besides does or refuses. */
    UnaryOperator<ScriptedObject> more = UnaryOperator.identity();

    @Override
    public AutomationObject create(String progId) {
        String name = progId.substring(NAMESPACE.length());
        calls.add("create " + name);
        if (name.equals("StorageConnector")) {
            ScriptedObject connector = more.apply(connector());
            connectors.add(connector);
            return connector;
        }
        return object(name);
    }

    private static ScriptedObject object(String name) {
        ScriptedObject object = new ScriptedObject().with("Count", 0).with("(class)", name);
        return object.on("Add", arguments -> {
            object.with("(added)", arguments[0]);
            return 0;
        });
    }

    private ScriptedObject connector() {
        return new ScriptedObject(calls)
                .with("CurrentAppId", "")
                .on("SelectCurrentApp", arguments -> new ScriptedObject())
                .on("GetCurrentApp", arguments -> app())
                .on("GetCurrentAppSettings", arguments -> new ScriptedObject().with("FolderMode", folderMode))
                .on("NeedAuthenticate", arguments -> needsLogin())
                .on("Login", arguments -> loggedIn(arguments))
                .on("LoginByToken", arguments -> loggedIn(arguments))
                .on("GetEnvironment", arguments -> new ScriptedObject().with("(class)", "Environment"))
                .on("GetTableAccessor", arguments -> new ScriptedObject().with("Name", arguments[0]))
                .on("GetCellsAccesor", arguments -> new ScriptedObject().with("WarehouseId", arguments[0]))
                .on("ToXml", arguments -> toXml.apply(xml((ScriptedObject) arguments[0])))
                .on("FromXml", arguments -> made(fromXml.apply((String) arguments[0])))
                .on("ToXmlFile", arguments -> written(arguments));
    }

    private boolean needsLogin() {
        if (folderMode) {
            throw new ComFailure("NeedAuthenticate", ScriptedObject.THROWN, null, null);
        }
        return login != null;
    }

    private Object loggedIn(Object... arguments) {
        if (login == null || !login.equals(arguments[0] + "/" + arguments[1])) {
            throw new ComFailure("Login", ScriptedObject.THROWN, null, null);
        }
        return "session";
    }

    private AutomationObject app() {
        ScriptedObject app =
                new ScriptedObject().with("Id", "b1").with("Name", "База").with("AppName", "Склад 15");
        return description == null
                ? app.failing("GetAppDescription", ScriptedObject.THROWN)
                : app.on("GetAppDescription", arguments -> description);
    }

    private String xml(ScriptedObject object) {
        if ("Environment".equals(object.get(Member.of("(class)")))) {
            return environment;
        }
        Object entity = object.get(Member.of(MirrorMapping.ENTITY));
        if (entity instanceof Properties properties) {
            return json(properties);
        }
        Properties.Builder keys = Properties.builder();
        for (String key : new String[] {"id", "deviceId"}) {
            if (object.get(Member.of(key)) instanceof String value) {
                keys.put(key, value);
            }
        }
        return json(keys.build());
    }

    private static AutomationObject made(String xml) {
        Properties entity = Json.parseObject(xml.getBytes(StandardCharsets.UTF_8));
        if (!entity.has("items")) {
            int lines = entity.objects("declaredItems").size();
            return new ScriptedObject().with("DeclaredItems", new ScriptedObject().with("Count", lines));
        }
        return ScriptedObject.collection(entity.objects("items").stream()
                .map(item -> new ScriptedObject().with(MirrorMapping.ENTITY, item))
                .toList());
    }

    private Object written(Object... arguments) {
        if (writesFiles) {
            try {
                Object added = ((ScriptedObject) arguments[0]).get(Member.of("(added)"));
                Files.writeString(Path.of((String) arguments[1]), "\uFEFF<String>" + added + "</String>");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        return null;
    }

    private static String json(Properties entity) {
        return new String(Json.bytes(entity), StandardCharsets.UTF_8);
    }
}
