package ru.smartsbridge.com.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;

/** Lines of JSON in place of the component's XML: what is built on the mapping does not look into it. */
record JsonMapping(FakeBase base) implements EntityMapping {
    static List<Properties> entities(String xml) {
        return xml.lines()
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static String lines(List<Properties> entities) {
        StringBuilder lines = new StringBuilder();
        entities.forEach(entity -> lines.append(line(entity)).append('\n'));
        return lines.toString();
    }

    static String xml(FakeObject object) {
        return lines(object.entities);
    }

    private static String line(Properties entity) {
        return new String(Json.bytes(entity), StandardCharsets.UTF_8);
    }

    @Override
    public void requireCarried(ComponentClass type, FieldOwner owner, Properties entity) {
        if (entity.has("notCarried")) {
            throw ApiTexts.invalid("check.property.unknown", "notCarried", type);
        }
    }

    @Override
    public boolean standsInXml(ComponentClass type, FieldOwner owner) {
        return base.standsInXml.test(owner);
    }

    @Override
    public String collectionXml(ComponentClass type, FieldOwner owner, Iterable<Properties> entities) {
        List<Properties> all = new ArrayList<>();
        entities.forEach(all::add);
        return lines(all);
    }

    @Override
    public String xml(ComponentClass type, FieldOwner owner, Properties entity) {
        return line(entity);
    }

    @Override
    public XmlEntities read(ComponentClass type, FieldOwner owner, InputStream xml) {
        base.reading.accept(xml);
        BufferedReader reader = new BufferedReader(new InputStreamReader(xml, StandardCharsets.UTF_8));
        Iterator<Properties> entities = reader.lines()
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new XmlEntities() {
            @Override
            public boolean hasNext() {
                return entities.hasNext();
            }

            @Override
            public Properties next() {
                return entities.next();
            }

            @Override
            public void close() {
                try {
                    base.closing.run();
                    reader.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, String xml) {
        return entities(xml).get(0);
    }

    @Override
    public AutomationObject build(
            ComponentClass type, FieldOwner owner, List<Properties> entities, Automation automation) {
        return base.object(List.copyOf(entities));
    }

    @Override
    public AutomationObject build(ComponentClass type, FieldOwner owner, Properties entity, Automation automation) {
        return base.object(List.of(entity));
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, AutomationObject object) {
        return ((FakeObject) object).entities.get(0);
    }
}
