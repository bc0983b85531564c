package ru.smartsbridge.com.schema;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of an Environment [run]; passes over what is no part of a schema, above all the actions of document
 * types and operations, which are most of a real one.
 */
final class EnvironmentXml {
    private static final String ROOT = "Environment";
    private static final Set<String> COLLECTIONS =
            Set.of("DocumentTypes", "Tables", "Fields", "Columns", "InfoStrings", "CommonTemplates", "Warehouses");
    private static final Set<String> SINGLE = Set.of("ProductSchema");
    private static final XMLInputFactory FACTORY = factory();

    private EnvironmentXml() {}

    /** Woodstox, which is the one on the class path; its class itself does not compile without another library. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory =
                XMLInputFactory.newFactory(XMLInputFactory.class.getName(), EnvironmentXml.class.getClassLoader());
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }

    /**
     * The environment of {@code xml}.
     *
     * @throws XMLStreamException where it is no XML, or the XML of something else
     */
    static Described read(String xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            reader.nextTag();
            if (!reader.getLocalName().equals(ROOT)) {
                throw new XMLStreamException(
                        "the root is " + reader.getLocalName() + ", not " + ROOT, reader.getLocation());
            }
            Described environment = object(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return environment;
        } finally {
            reader.close();
        }
    }

    /** From a start tag to its end tag. */
    private static Described object(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            values.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Map<String, List<Described>> lists = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamReader.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamReader.START_ELEMENT) {
                child(reader, lists);
            }
        }
        values.put(Described.TEXT, text.toString());
        return new Described(values, lists);
    }

    private static void child(XMLStreamReader reader, Map<String, List<Described>> lists) throws XMLStreamException {
        String name = reader.getLocalName();
        if (COLLECTIONS.contains(name)) {
            lists.put(name, items(reader));
        } else if (SINGLE.contains(name)) {
            lists.put(name, List.of(object(reader)));
        } else {
            skip(reader);
        }
    }

    private static List<Described> items(XMLStreamReader reader) throws XMLStreamException {
        List<Described> items = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamReader.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                items.add(object(reader));
            }
        }
        return items;
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            }
        }
    }
}
