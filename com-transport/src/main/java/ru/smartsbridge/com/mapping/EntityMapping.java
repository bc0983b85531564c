package ru.smartsbridge.com.mapping;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;

/**
 * Entities as REST has them, to and from what the component understands.
 *
 * <p>The owner says whose additional fields are meant; of documents it is {@link FieldOwner.DocumentHeader}, and the
 * type that counts is each document's own. Stateless, thread-safe; what takes an {@link AutomationObject} belongs on
 * its thread.
 */
public interface EntityMapping {
    /**
     * Passes where the component can carry all that {@code entity} holds.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNSUPPORTED_HERE} at a property that COM has no place for,
     *     {@code INVALID_REQUEST} at a value beyond what its type holds
     */
    void requireCarried(ComponentClass type, FieldOwner owner, Properties entity);

    /**
     * What an entity is after a client's changes. Where a value has two names, such as {@code finished} and the
     * {@code states}, the one that is not among the changes gives way.
     */
    static Properties changed(ComponentClass type, Properties there, Properties changes) {
        return Changes.applied(ClassTables.of(type), there, changes);
    }

    /** Whether every declared field of the owner has a name that can stand in the component's XML. */
    boolean standsInXml(ComponentClass type, FieldOwner owner);

    /** A batch as the XML of its collection, for {@code FromXml}. */
    String collectionXml(ComponentClass type, FieldOwner owner, Iterable<Properties> entities);

    /** One entity as XML, for {@code FromXml}. */
    String xml(ComponentClass type, FieldOwner owner, Properties entity);

    /**
     * The entities of an XML document, whatever its root (a collection, {@code ProductsBook}, {@code TableAccessor},
     * a single object), read as they are taken. The caller closes it, and with it the stream.
     *
     * @param xml UTF-8, with or without a byte-order mark
     */
    XmlEntities read(ComponentClass type, FieldOwner owner, InputStream xml);

    /** The only entity of an XML text that the component answered. */
    Properties read(ComponentClass type, FieldOwner owner, String xml);

    /** A collection object with these entities in it, made property by property; the caller closes it. */
    AutomationObject build(ComponentClass type, FieldOwner owner, List<Properties> entities, Automation automation);

    /** One object made property by property; the caller closes it. */
    AutomationObject build(ComponentClass type, FieldOwner owner, Properties entity, Automation automation);

    /** An object of the component, read property by property. */
    Properties read(ComponentClass type, FieldOwner owner, AutomationObject object);

    /** Entities that hold a file open. */
    interface XmlEntities extends Iterator<Properties>, AutoCloseable {
        @Override
        void close();
    }

    /** The same for one entity that is read and written back: undeclared fields keep the names that they were read by. */
    default EntityMapping forRewriting() {
        return this;
    }
}
