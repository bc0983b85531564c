package ru.smartsbridge.api.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.TableInfo;

/**
 * Russian name ⇄ {@code uni} of the base's document types and tables, from its own schema. Immutable.
 *
 * <p>The one place where names are translated; {@link Transliteration} serves only where the schema has no {@code uni}.
 */
public final class Names {
    private final Map<String, String> documentTypes;
    private final Map<String, String> tables;

    private Names(Map<String, String> documentTypes, Map<String, String> tables) {
        this.documentTypes = documentTypes;
        this.tables = tables;
    }

    /** The names that these document types and tables declare. */
    public static Names of(List<DocumentType> documentTypes, List<TableInfo> tables) {
        Map<String, String> types = new LinkedHashMap<>();
        documentTypes.forEach(type -> add(types, type.name(), type.uni()));
        Map<String, String> tableUnis = new LinkedHashMap<>();
        tables.forEach(table -> add(tableUnis, table.name(), table.uni()));
        return new Names(types, tableUnis);
    }

    private static void add(Map<String, String> unis, String name, String uni) {
        if (name != null) {
            unis.put(name, uni == null || uni.isEmpty() ? Transliteration.uni(name) : uni);
        }
    }

    /** The {@code uni} of documents whose {@code documentTypeName} is this Russian name. */
    public String documentTypeUni(String name) {
        return Optional.ofNullable(documentTypes.get(name)).orElseGet(() -> Transliteration.uni(name));
    }

    /** The Russian name of a document type; empty where the base has no type of that {@code uni}. */
    public Optional<String> documentTypeName(String uni) {
        return nameOf(documentTypes, uni);
    }

    /** The {@code uni} of a table of the base by its Russian name. */
    public String tableUni(String name) {
        return Optional.ofNullable(tables.get(name)).orElseGet(() -> Transliteration.uni(name));
    }

    /** The Russian name of a table. */
    public Optional<String> tableName(String uni) {
        return nameOf(tables, uni);
    }

    private static Optional<String> nameOf(Map<String, String> unis, String uni) {
        return unis.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(uni))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
