package ru.smartsbridge.com.uploads;

import java.util.ArrayList;
import java.util.List;

/** The first and the last key of each batch: by them it is seen whether the batch arrived. */
final class BatchEdges {
    private final List<String> keys = new ArrayList<>();

    void add(String first, String last) {
        keys.add(first);
        if (!last.equals(first)) {
            keys.add(last);
        }
    }

    List<String> keys() {
        return keys;
    }
}
