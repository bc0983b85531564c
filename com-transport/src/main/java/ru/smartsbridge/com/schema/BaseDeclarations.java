package ru.smartsbridge.com.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.FieldNames;

/**
 * The declared fields of a base by owner. Of two that claim one owner (a table of the base and one of a document) it
 * is the same that {@link ru.smartsbridge.api.schema.DeclaredFields} takes: the later one, a table of the base last.
 */
final class BaseDeclarations implements Declarations {
    private static final Logger LOG = LoggerFactory.getLogger(BaseDeclarations.class);

    private final Names names;
    private final Map<FieldOwner, FieldNames> fields = new HashMap<>();

    private BaseDeclarations(Names names) {
        this.names = names;
    }

    static BaseDeclarations of(
            Names names, List<DocumentType> documentTypes, List<TableInfo> tables, Optional<ProductSchema> products) {
        BaseDeclarations declarations = new BaseDeclarations(names);
        for (DocumentType type : documentTypes) {
            Properties own = type.properties();
            declarations.add(new FieldOwner.DocumentHeader(type.uni()), own, "fields");
            declarations.add(new FieldOwner.DocumentLines(type.uni()), own, "columns");
            own.objects("tables").forEach(table -> declarations.addTable(new TableInfo(table)));
        }
        tables.forEach(declarations::addTable);
        products.ifPresent(schema -> declarations.add(new FieldOwner.Products(), schema.properties(), "fields"));
        return declarations;
    }

    private void addTable(TableInfo table) {
        add(new FieldOwner.TableRows(table.uni()), table.properties(), "fields");
    }

    private void add(FieldOwner owner, Properties declaring, String navigation) {
        DeclaredNames declared = DeclaredNames.of(
                declaring.objects(navigation).stream().map(FieldInfo::new).toList());
        declared.oddities().forEach(oddity -> LOG.warn("{}: {}", owner, oddity));
        fields.put(owner, declared);
    }

    @Override
    public FieldNames fields(FieldOwner owner) {
        return fields.getOrDefault(owner, DeclaredNames.NONE);
    }

    @Override
    public String documentTypeUni(String name) {
        return names.documentTypeUni(name);
    }

    @Override
    public String tableUni(String name) {
        return names.tableUni(name);
    }
}
