package ru.smartsbridge.migration.side;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;

/**
 * One of the two bases of a comparison: what is read from it and, in a rehearsal, written to it.
 *
 * <p>Sets are named as {@code $metadata} names them; a navigation to expand is its name, with those below it behind a
 * slash ({@code tables/fields}). Calls block within bounds of the base's own, may come from many threads and fail with
 * a {@link ru.smartsbridge.api.error.BridgeException}.
 */
public interface Side {
    /** Its name in the configuration. */
    String name();

    /** What stands behind it, in a few words for people, without secrets. */
    String description();

    /** The zone of its dates without an offset. */
    ZoneId zone();

    /** What the way to it does not carry to the letter. */
    Fidelity fidelity();

    Schema schema();

    /** The singleton {@code BaseInfo}. */
    Properties baseInfo();

    /**
     * All entities of a set, in the base's order.
     *
     * @param counted whether the number of all of them is asked for too
     */
    Rows<Properties> rows(String set, List<String> expand, boolean counted);

    /** One entity; empty where the set has none of that key. */
    Optional<Properties> one(String set, String key, List<String> expand);

    /** Creates an entity; gives it as the base has it then. */
    Properties create(String set, Properties entity);

    /** Whether entities of a set can be removed one by one. */
    boolean removes(String set);

    /** Removes an entity. */
    void delete(String set, String key);

    /** Merges rows by key into a table of the base, products into the products' book; never replaces what is there. */
    void merge(String set, List<Properties> entities);
}
