package ru.smartsbridge.com.mapping;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.text.ComTexts;

/** The mapping of one base, by the tables of {@link ClassTables}. */
public final class ComponentMapping implements EntityMapping {
    private final Declarations declarations;
    private final Scalars scalars;

    /** @param zone of the base: what the component's dates, which have no offset, mean */
    public ComponentMapping(Declarations declarations, ZoneId zone) {
        this.declarations = declarations;
        this.scalars = new Scalars(new Dates(zone));
    }

    @Override
    public EntityMapping forRewriting() {
        return new ComponentMapping(
                new SeenDeclarations(declarations), scalars.dates().zone());
    }

    @Override
    public void requireCarried(ComponentClass type, FieldOwner owner, Properties entity) {
        new Carried(scalars, owners()).require(ClassTables.of(type), owner, entity, "");
    }

    @Override
    public boolean standsInXml(ComponentClass type, FieldOwner owner) {
        return XmlNames.stand(ClassTables.of(type), declarations.fields(owner));
    }

    @Override
    public String collectionXml(ComponentClass type, FieldOwner owner, Iterable<Properties> entities) {
        return new XmlWriting(scalars, owners()).collection(type.collection(), ClassTables.of(type), owner, entities);
    }

    @Override
    public String xml(ComponentClass type, FieldOwner owner, Properties entity) {
        return new XmlWriting(scalars, owners()).entity(ClassTables.of(type), owner, entity);
    }

    /** Bytes that are no UTF-8 are {@code BACKEND_FAILED} like any other damage. */
    @Override
    public XmlEntities read(ComponentClass type, FieldOwner owner, InputStream xml) {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new XmlReading(ClassTables.of(type), owner, scalars, owners(), new InputStreamReader(xml, utf8));
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, String xml) {
        try (XmlReading reading =
                new XmlReading(ClassTables.of(type), owner, scalars, owners(), new StringReader(xml))) {
            Properties entity = reading.hasNext() ? reading.next() : null;
            if (entity == null || reading.hasNext()) {
                throw ComTexts.error(
                        Category.BACKEND_FAILED, "mapping.single", type.element(), entity == null ? "0" : "> 1");
            }
            return entity;
        }
    }

    @Override
    public AutomationObject build(
            ComponentClass type, FieldOwner owner, List<Properties> entities, Automation automation) {
        return new PropertyWriting(scalars, owners(), automation)
                .collection(type.collection(), ClassTables.of(type), owner, entities);
    }

    @Override
    public AutomationObject build(ComponentClass type, FieldOwner owner, Properties entity, Automation automation) {
        return new PropertyWriting(scalars, owners(), automation).entity(ClassTables.of(type), owner, entity, "");
    }

    @Override
    public Properties read(ComponentClass type, FieldOwner owner, AutomationObject object) {
        return new PropertyReading(scalars, owners()).entity(ClassTables.of(type), owner, object, 0);
    }

    private Owners owners() {
        return new Owners(declarations);
    }
}
