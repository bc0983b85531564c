package ru.smartsbridge.com.schema;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.DeclaredFields;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;

/**
 * Reads a base's schema from its Environment: as XML in one crossing, or property by property where the XML does not
 * come or cannot be read. Used on the apartment's thread.
 */
public final class SchemaReading {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaReading.class);

    private SchemaReading() {}

    /** Gives the component's XML of an object ({@code ToXml}). */
    @FunctionalInterface
    public interface ToXml {
        String of(AutomationObject object);
    }

    /**
     * The schema of the base whose environment this is.
     *
     * @throws ComFailure where the environment cannot be read either way
     */
    public static ComponentSchema of(AutomationObject environment, ToXml toXml) {
        return of(fromXml(environment, toXml).orElseGet(() -> EnvironmentObjects.read(environment)));
    }

    private static Optional<Described> fromXml(AutomationObject environment, ToXml toXml) {
        try {
            String xml = toXml.of(environment);
            if (xml != null) {
                return Optional.of(EnvironmentXml.read(xml));
            }
            LOG.warn("The component gave no XML of its environment; it is read property by property");
        } catch (XMLStreamException unreadable) {
            LOG.warn("The environment's XML cannot be read; it is read property by property", unreadable);
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.warn("The component does not write its environment as XML; it is read property by property", refused);
        }
        return Optional.empty();
    }

    static ComponentSchema of(Described environment) {
        List<DocumentType> types = SchemaJson.documentTypes(environment);
        List<TableInfo> tables = SchemaJson.tables(environment);
        Optional<ProductSchema> products = SchemaJson.products(environment);
        Names names = Names.of(types, tables);
        Schema schema = new Schema(
                StandardMetadata.of(
                        types.stream()
                                .filter(type -> !type.virtual())
                                .map(DocumentType::uni)
                                .toList(),
                        tables.stream().map(TableInfo::uni).toList()),
                names,
                DeclaredFields.of(types, tables, products));
        return new ComponentSchema(
                schema,
                BaseDeclarations.of(names, types, tables, products),
                types,
                tables,
                products,
                SchemaJson.warehouses(environment));
    }
}
