package ru.smartsbridge.server.odata;

import java.util.List;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.SetInfo;

/** What an address below the API's root points at, in the base's own names. */
public sealed interface Address {
    /** The root: the list of sets. */
    record ServiceDocument() implements Address {}

    /** {@code $metadata}. */
    record Metadata() implements Address {}

    /** All of a set. */
    record Entities(EntitySet<?> set, SetInfo info) implements Address {}

    /** How many a set has. */
    record Count(EntitySet<?> set, SetInfo info) implements Address {}

    /** One entity of a set; {@code key} is {@code ""} for the one that is asked without a key ({@code ProductSchema} [doc]). */
    record OneEntity(EntitySet<?> set, SetInfo info, String key) implements Address {}

    /** A singleton, such as {@code BaseInfo}. */
    record Singleton(SetInfo info) implements Address {}

    /**
     * Something below an entity or a singleton.
     *
     * @param key {@code ""} for what is asked without one
     * @param steps at least one
     */
    record Below(EntitySet<?> set, SetInfo info, String key, List<Step> steps, Form form) implements Address {
        public Below {
            steps = List.copyOf(steps);
        }

        /** The last step, which is what is asked for. */
        public Step last() {
            return steps.get(steps.size() - 1);
        }
    }

    /** In what form something below an entity is wanted. */
    enum Form {
        ITSELF,
        /** How many there are: {@code /$count}. */
        COUNT,
        /** The bare value: {@code /$value}. */
        VALUE
    }

    /** An action on a whole set. */
    record SetAction(EntitySet<?> set, SetInfo info, Action action) implements Address {}

    /** An action on one entity. */
    record EntityAction(EntitySet<?> set, SetInfo info, String key, Action action) implements Address {}
}
