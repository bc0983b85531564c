package ru.smartsbridge.sandbox.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Lines and tables of a document, of which a recording may have any form: what is no object is left out of what is
 * gathered and computed, and stays where it was recorded. Stateless.
 */
public final class Lines {
    private static final Value ZERO = Value.number(0);

    private Lines() {}

    /** The objects of an array; none where the property is absent or no array. */
    public static List<Properties> of(Properties document, String name) {
        return document.get(name)
                .filter(Value.Items.class::isInstance)
                .map(items -> ((Value.Items) items)
                        .values().stream()
                                .filter(Properties.class::isInstance)
                                .map(Properties.class::cast)
                                .toList())
                .orElse(List.of());
    }

    /** The quantity, zero where there is none; empty where it is no number. */
    static Optional<BigDecimal> quantity(Properties line, String name) {
        Value value = line.get(name).orElse(ZERO);
        return value == Value.NULL
                ? Optional.of(BigDecimal.ZERO)
                : Optional.of(value)
                        .filter(Value.Number.class::isInstance)
                        .map(number -> ((Value.Number) number).decimal());
    }
}
