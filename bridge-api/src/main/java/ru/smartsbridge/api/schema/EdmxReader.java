package ru.smartsbridge.api.schema;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** Reads an OData 4 {@code $metadata} document into its model. Used once, by one thread. */
public final class EdmxReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A type while it is being read: what it inherits is added when all are known. */
    private record Draft(
            String name,
            boolean open,
            String base,
            List<String> key,
            Map<String, EdmProperty> properties,
            Map<String, EdmProperty> navigations) {}

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, EnumType> enumTypes = new LinkedHashMap<>();
    private final Map<String, SetInfo> sets = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private String namespace = "";
    private Draft type;
    private EnumType enumType;
    private Action action;

    private EdmxReader() {}

    /**
     * The model of a document; a byte-order mark before it is accepted, external entities are not read.
     *
     * @throws BridgeException {@code BACKEND_FAILED} where it is not such a document
     */
    public static Edmx read(byte[] document) {
        byte[] clean = withoutByteOrderMark(document);
        try {
            return new EdmxReader().parse(clean);
        } catch (XMLStreamException e) {
            throw new BridgeException(Category.BACKEND_FAILED, ApiTexts.text("edmx.malformed", e.getMessage()), e);
        }
    }

    private static byte[] withoutByteOrderMark(byte[] document) {
        int length = BYTE_ORDER_MARK.length;
        boolean marked = document.length >= length && Arrays.equals(Arrays.copyOf(document, length), BYTE_ORDER_MARK);
        return marked ? Arrays.copyOfRange(document, length, document.length) : document.clone();
    }

    private Edmx parse(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        boolean edmx = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                edmx |= xml.getLocalName().equals("Edmx");
                begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        if (!edmx || sets.isEmpty()) {
            throw new XMLStreamException("no edmx:Edmx with an EntityContainer");
        }
        Map<String, StructuredType> types = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            types.put(draft.name(), finished(draft, 0));
        }
        return new Edmx(document, types, enumTypes, sets, actions);
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getAttributeValue(null, "Name");
        switch (xml.getLocalName()) {
            case "Schema" -> namespace = xml.getAttributeValue(null, "Namespace");
            case "EntityType", "ComplexType" -> type = draft(xml, name);
            case "PropertyRef" -> current(type, xml).key().add(required(xml, "Name"));
            case "Property" -> current(type, xml).properties().put(required(xml, "Name"), property(xml, name));
            case "NavigationProperty" ->
                current(type, xml).navigations().put(required(xml, "Name"), property(xml, name));
            case "EnumType" ->
                enumType = new EnumType(
                        namespace + "." + name,
                        Boolean.parseBoolean(xml.getAttributeValue(null, "IsFlags")),
                        new LinkedHashMap<>());
            case "Member" -> current(enumType, xml).members().put(required(xml, "Name"), memberValue(xml));
            case "Action" -> action = new Action(namespace, name, null, new LinkedHashMap<>());
            case "Parameter" -> parameter(xml, name);
            case "EntitySet" -> sets.put(required(xml, "Name"), new SetInfo(name, required(xml, "EntityType"), false));
            case "Singleton" -> sets.put(required(xml, "Name"), new SetInfo(name, required(xml, "Type"), true));
            default -> {
                // annotations, bindings and constraints say nothing that is relied on
            }
        }
    }

    private static String required(XMLStreamReader xml, String attribute) throws XMLStreamException {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            throw new XMLStreamException(xml.getLocalName() + " without " + attribute, xml.getLocation());
        }
        return value;
    }

    /** The type that the element belongs to. */
    private static <T> T current(T around, XMLStreamReader xml) throws XMLStreamException {
        if (around == null) {
            throw new XMLStreamException(xml.getLocalName() + " outside of a type", xml.getLocation());
        }
        return around;
    }

    private Draft draft(XMLStreamReader xml, String name) {
        return new Draft(
                namespace + "." + name,
                Boolean.parseBoolean(xml.getAttributeValue(null, "OpenType")),
                xml.getAttributeValue(null, "BaseType"),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    private static EdmProperty property(XMLStreamReader xml, String name) throws XMLStreamException {
        EdmType edmType = EdmType.parse(required(xml, "Type"));
        return new EdmProperty(name, edmType, !"false".equals(xml.getAttributeValue(null, "Nullable")));
    }

    /** Members without a value count from 0, as the standard has it. */
    private long memberValue(XMLStreamReader xml) throws XMLStreamException {
        String value = xml.getAttributeValue(null, "Value");
        try {
            return value == null ? enumType.members().size() : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new XMLStreamException("the value of a member is no number: " + value, xml.getLocation(), e);
        }
    }

    private void parameter(XMLStreamReader xml, String name) throws XMLStreamException {
        if (action == null) {
            return; // of a function, which Mobile SMARTS does not have
        }
        EdmProperty parameter = property(xml, name);
        if (action.binding() == null) {
            action = new Action(action.namespace(), action.name(), parameter.type(), action.parameters());
        } else {
            action.parameters().put(name, parameter);
        }
    }

    private void end(String element) {
        switch (element) {
            case "EntityType", "ComplexType" -> {
                drafts.put(type.name(), type);
                type = null;
            }
            case "EnumType" -> {
                enumTypes.put(enumType.name(), enumType);
                enumType = null;
            }
            case "Action" -> {
                if (action.binding() != null) {
                    actions.add(action);
                }
                action = null;
            }
            default -> {
                // nothing is collected for it
            }
        }
    }

    private StructuredType finished(Draft draft, int below) throws XMLStreamException {
        if (below > drafts.size()) {
            throw new XMLStreamException("the type " + draft.name() + " inherits from itself");
        }
        Draft base = draft.base() == null ? null : drafts.get(draft.base());
        if (base == null) {
            return new StructuredType(draft.name(), draft.open(), draft.key(), draft.properties(), draft.navigations());
        }
        StructuredType inherited = finished(base, below + 1);
        Map<String, EdmProperty> properties = new LinkedHashMap<>(inherited.properties());
        properties.putAll(draft.properties());
        Map<String, EdmProperty> navigations = new LinkedHashMap<>(inherited.navigations());
        navigations.putAll(draft.navigations());
        List<String> key = draft.key().isEmpty() ? inherited.key() : draft.key();
        return new StructuredType(draft.name(), draft.open() || inherited.open(), key, properties, navigations);
    }
}
