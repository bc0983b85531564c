package ru.smartsbridge.com.mapping;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Reads the component's XML entity by entity; holds one of them at a time. */
final class XmlReading implements EntityMapping.XmlEntities {
    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_TEXT = 256 << 20;
    private static final int MOST_ATTRIBUTES = 20_000;
    /** What stands between a root and its entities [run]. */
    private static final Set<String> WRAPPERS = Set.of("Products");

    private static final String FIELDS = "Fields";

    private final XMLStreamReader xml;
    private final Reader source;
    private final ClassTable table;
    private final FieldOwner owner;
    private final Scalars scalars;
    private final Owners owners;
    private final ShownFields fields;
    private int position;
    private Properties next;
    private boolean ended;
    private boolean beforeRoot = true;

    /** @param source whose closing ends the reading */
    XmlReading(ClassTable table, FieldOwner owner, Scalars scalars, Owners owners, Reader source) {
        this.table = table;
        this.owner = owner;
        this.scalars = scalars;
        this.owners = owners;
        this.fields = new ShownFields(scalars, owners);
        this.source = source;
        try {
            xml = FACTORY.createXMLStreamReader(new ReferenceReader(source));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Woodstox, which is the one on the class path; its class itself does not compile without another library. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory =
                XMLInputFactory.newFactory(XMLInputFactory.class.getName(), XmlReading.class.getClassLoader());
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // "clr:" is the only prefix, and may stand where nobody declared it
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MOST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MOST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, Long.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, Long.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, Integer.MAX_VALUE);
        return factory;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Properties next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Properties entity = next;
        next = null;
        return entity;
    }

    private Properties advance() {
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals(table.element())) {
                    return entity(table, owner, position++);
                }
                boolean entered = beforeRoot || WRAPPERS.contains(xml.getLocalName());
                beforeRoot = false;
                if (!entered) {
                    skip();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private Properties entity(ClassTable type, FieldOwner given, int index) throws XMLStreamException {
        Shown shown = new Shown(type, index);
        String naming = Owners.naming(type);
        FieldOwner own = naming == null ? given : owners.of(type, given, xml.getAttributeValue(null, naming));
        int count = xml.getAttributeCount();
        for (int i = 0; i < count; i++) {
            attribute(
                    type, own, shown, xml.getAttributeLocalName(i), XmlText.attribute(text(xml.getAttributeValue(i))));
        }
        while (nextElement()) {
            String element = xml.getLocalName();
            int place = type.childByXml(element);
            if (place >= 0) {
                Child child = type.children().get(place);
                shown.child(place, items(child, Owners.below(own, child)));
            } else if (element.equals(FIELDS)) {
                fieldElements(shown, own);
            } else {
                otherElement(type, shown, own);
            }
        }
        return shown.build();
    }

    private void attribute(ClassTable type, FieldOwner own, Shown shown, String name, String value) {
        int place = type.attributeByXml(name);
        if (place >= 0) {
            Attribute attribute = type.attributes().get(place);
            try {
                shown.attribute(place, scalars.ofXml(attribute.form(), value));
            } catch (Scalars.Misfit e) {
                throw Refusals.odd(type.element(), name, attribute.form().name(), e);
            }
        } else if (type.fieldForm() == ClassTable.FieldForm.ATTRIBUTES && !type.ignored(name)) {
            fields.attribute(shown, own, name, value);
        }
    }

    private List<Value> items(Child child, FieldOwner below) throws XMLStreamException {
        List<Value> items = new ArrayList<>();
        String wanted = child.texts() ? "String" : child.items().element();
        while (nextElement()) {
            if (!xml.getLocalName().equals(wanted)) {
                skip();
            } else if (child.texts()) {
                items.add(Value.text(elementText()));
            } else {
                items.add(entity(child.items(), below, items.size()));
            }
        }
        return items;
    }

    private void fieldElements(Shown shown, FieldOwner own) throws XMLStreamException {
        while (nextElement()) {
            String name = xml.getAttributeValue(null, "fieldName");
            if (name == null) {
                skip();
                continue;
            }
            String fieldName = text(name);
            while (nextElement()) {
                if (xml.getLocalName().equals("Value")) {
                    String type = xml.getAttributeValue(null, "clr:Type");
                    fields.element(shown, own, fieldName, type, elementText());
                } else {
                    skip();
                }
            }
        }
    }

    /** A row keeps values of rare types in elements of the field's name [run]; all else is unknown and skipped. */
    private void otherElement(ClassTable type, Shown shown, FieldOwner own) throws XMLStreamException {
        String clrType = xml.getAttributeValue(null, "clr:Type");
        if (type.fieldForm() == ClassTable.FieldForm.ATTRIBUTES && clrType != null) {
            String name = xml.getLocalName();
            fields.element(shown, own, name, clrType, elementText());
        } else {
            skip();
        }
    }

    /** Moves to the next element inside of the present one; false at its end. */
    private boolean nextElement() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** The text of the present element without that of elements in it; moves to its end. */
    private String elementText() throws XMLStreamException {
        String found = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                found = found.isEmpty() ? xml.getText() : found + xml.getText();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return text(found);
            }
        }
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String text(String told) {
        return ReferenceReader.original(told);
    }

    private static RuntimeException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
        String kind = e.getNestedException() == null
                ? e.getClass().getSimpleName()
                : e.getNestedException().getClass().getSimpleName();
        return Refusals.malformed(line, column, kind, e);
    }

    @Override
    public void close() {
        try {
            xml.close();
            source.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw Refusals.malformed(0, 0, e.getClass().getSimpleName(), e);
        }
    }
}
