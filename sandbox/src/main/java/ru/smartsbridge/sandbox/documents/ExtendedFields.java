package ru.smartsbridge.sandbox.documents;

import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** {@code DocumentExtendedFields}: whether a document has less or more than planned, computed at each reading [edmx][guess]. */
public final class ExtendedFields {
    private ExtendedFields() {}

    /** Those of a document with its lines. */
    public static Properties of(Properties document) {
        boolean under = false;
        boolean over = false;
        List<Properties> lines = CombinedItems.of(document);
        for (Properties line : lines) {
            int difference = line.decimal("currentQuantity").compareTo(line.decimal("declaredQuantity"));
            under |= difference < 0;
            over |= difference > 0;
        }
        return Properties.builder()
                .put("id", document.get("id").orElse(Value.NULL))
                .put("underloaded", under)
                .put("overloaded", over)
                .put("underloadedOrOverloaded", under || over)
                .build();
    }
}
