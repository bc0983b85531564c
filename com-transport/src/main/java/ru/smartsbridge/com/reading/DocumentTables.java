package ru.smartsbridge.com.reading;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.schema.ComponentSchema;

/** The tables that belong to a document, under their {@code uni} or their name. */
final class DocumentTables {
    private DocumentTables() {}

    /** The rows of a table; none where the document's type declares the table and the document has none of it. */
    static Optional<Source> rows(ComponentSchema schema, Properties document, String table) {
        for (Properties own : document.objects("tables")) {
            if (isCalled(schema, own.text("name"), table)) {
                List<Node> rows = own.objects("rows").stream().map(Node::of).toList();
                return Optional.of(Source.of(rows));
            }
        }
        boolean declared = schema.documentTypes().stream()
                .filter(type -> type.name().equals(document.text("documentTypeName")))
                .map(DocumentType::properties)
                .flatMap(type -> type.objects("tables").stream())
                .anyMatch(info -> isCalled(schema, info.text("name"), table));
        return declared ? Optional.of(Source.of(List.of())) : Optional.empty();
    }

    private static boolean isCalled(ComponentSchema schema, String name, String asked) {
        return name != null
                && !name.isEmpty()
                && (name.equalsIgnoreCase(asked)
                        || schema.declarations().tableUni(name).equalsIgnoreCase(asked));
    }
}
