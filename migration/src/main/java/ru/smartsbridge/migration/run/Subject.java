package ru.smartsbridge.migration.run;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.migration.difference.Keying;
import ru.smartsbridge.migration.difference.Shape;
import ru.smartsbridge.migration.plan.Plan;

/**
 * A set that is to be compared, with how.
 *
 * @param title in the base's own words
 * @param form what it is
 * @param expand navigations that are read with it
 * @param keying by what its entities are known
 * @param address the property by which one of them is asked for
 * @param atControl whether control's schema has it
 * @param atCandidate whether the candidate's schema has it
 */
record Subject(
        String set,
        Optional<String> title,
        Form form,
        Shape shape,
        List<String> expand,
        Keying keying,
        Optional<String> address,
        boolean ordered,
        Optional<Plan.Sample> sample,
        boolean atControl,
        boolean atCandidate) {
    /** What can be compared. */
    enum Form {
        METADATA,
        BASE_INFO,
        /** One entity without a key. */
        SINGLE,
        SET
    }

    /** The same with an order that matters. */
    Subject inOrder() {
        return new Subject(set, title, form, shape, expand, keying, address, true, sample, atControl, atCandidate);
    }
}
