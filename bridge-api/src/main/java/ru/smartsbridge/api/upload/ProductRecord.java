package ru.smartsbridge.api.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A product with one of its packings as texts in the order of {@link ProductColumns}.
 *
 * @param values one for each column; a null among them is an unset value
 */
public record ProductRecord(List<String> values) {
    public ProductRecord {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
