package ru.smartsbridge.api.schema;

import java.util.Objects;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Properties;

/** Which type a document is of that is written: what its set says and what it says itself must agree. Stateless. */
public final class DocumentTyping {
    private static final String TYPE_NAME = "documentTypeName";
    private static final String DOCS = "Docs";

    private DocumentTyping() {}

    /**
     * The {@code uni} of a sent document's type: its set says it, else the document itself.
     *
     * @param setUni the type of the set, empty where the set is of all types
     * @param setName for the error
     * @throws BridgeException {@code INVALID_REQUEST} where they disagree, or nobody names a type of the base
     */
    public static String uni(Schema schema, Optional<String> setUni, String setName, Properties sent) {
        String typeName = sent.text(TYPE_NAME);
        boolean named = typeName != null && !typeName.isEmpty();
        if (setUni.isEmpty()) {
            if (!named) {
                throw ApiTexts.invalid("document.noType").at(TYPE_NAME);
            }
            return schema.edmx()
                    .set(DOCS + "/" + schema.names().documentTypeUni(typeName))
                    .map(set -> set.name().substring(DOCS.length() + 1))
                    .orElseThrow(() ->
                            ApiTexts.invalid("document.unknownType", typeName).at(TYPE_NAME));
        }
        if (named && !schema.names().documentTypeUni(typeName).equalsIgnoreCase(setUni.get())) {
            throw ApiTexts.invalid("document.wrongType", typeName, setName).at(TYPE_NAME);
        }
        return setUni.get();
    }

    /** The type's name as the document writes it, else as the base does. */
    public static String typeName(Schema schema, String uni, Properties document) {
        String given = document.text(TYPE_NAME);
        return given != null && !given.isEmpty()
                ? given
                : schema.names().documentTypeName(uni).orElse(uni);
    }

    /**
     * Passes where changes leave a document in its type.
     *
     * @throws BridgeException {@code INVALID_REQUEST} where they name another one
     */
    public static void requireSame(Schema schema, String setName, Properties there, Properties changes) {
        if (!changes.has(TYPE_NAME)) {
            return;
        }
        String before = there.text(TYPE_NAME);
        String named = changes.text(TYPE_NAME);
        boolean same = Objects.equals(named, before)
                || named != null
                        && before != null
                        && schema.names()
                                .documentTypeUni(named)
                                .equalsIgnoreCase(schema.names().documentTypeUni(before));
        if (!same) {
            throw ApiTexts.invalid("document.wrongType", named, setName).at(TYPE_NAME);
        }
    }
}
