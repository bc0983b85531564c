package ru.smartsbridge.com.uploads;

import java.util.BitSet;
import java.util.function.Consumer;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.reading.SetPlace;

/**
 * What a base holds of a target now, gone through as a whole: the component finds neither a row by its uid nor a cell
 * by anything [run], and a whole set is two crossings where it goes by a file.
 */
record Stored(UploadBase base, SetPlace place, Query query) {
    /** Gives each to a taker; in the apartment, where the calls of reading run at once. */
    void each(Consumer<Properties> taker) {
        try (Rows<Properties> rows = base.reading().list(base.schema().get(), place, query)) {
            rows.forEachRemaining(taker);
        }
    }

    /** Passes where all that was sent is there. */
    void requireAll(
            Destination<?, ?> destination, Gathered gathered, java.util.function.Function<Properties, String> key) {
        BitSet there = new BitSet(gathered.distinct());
        each(entity -> {
            int ordinal = gathered.find(key.apply(entity));
            if (ordinal >= 0) {
                there.set(ordinal);
            }
        });
        int missing = there.nextClearBit(0);
        if (missing < gathered.distinct()) {
            throw Arrived.lost(destination.target(), gathered.at(missing).key());
        }
    }
}
