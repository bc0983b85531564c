package ru.smartsbridge.com.connector;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.ScriptedObject;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.EntityMapping;

/** A mapping whose XML is JSON and whose objects hold their entity whole: what crosses is changed by the component alone. */
final class MirrorMapping implements EntityMapping {
    /** Where an object has its entity. */
    static final String ENTITY = "(entity)";

    private final Declarations declarations;

    MirrorMapping(Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public void requireCarried(ComponentClass type, FieldOwner owner, Properties entity) {
        // everything is carried
    }

    @Override
    public boolean standsInXml(ComponentClass type, FieldOwner owner) {
        return declarations.fields(owner).declared().stream()
                .noneMatch(field -> field.name().contains(" "));
    }

    @Override
    public String collectionXml(ComponentClass type, FieldOwner owner, Iterable<Properties> entities) {
        List<Properties> items = new ArrayList<>();
        entities.forEach(items::add);
        return json(Properties.builder().put("items", items).build());
    }

    @Override
    public String xml(ComponentClass type, FieldOwner owner, Properties entity) {
        return json(entity);
    }

    private static String json(Properties entity) {
        return new String(Json.bytes(entity), StandardCharsets.UTF_8);
    }

    @Override
    public XmlEntities read(ComponentClass type, FieldOwner owner, InputStream xml) {
        throw new AssertionError("no set is read here");
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, String xml) {
        return Json.parseObject(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AutomationObject build(
            ComponentClass type, FieldOwner owner, List<Properties> entities, Automation automation) {
        throw new AssertionError("no collection is built here");
    }

    @Override
    public AutomationObject build(ComponentClass type, FieldOwner owner, Properties entity, Automation automation) {
        return new ScriptedObject().with(ENTITY, entity);
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, AutomationObject object) {
        return (Properties) object.get(Member.of(ENTITY));
    }
}
