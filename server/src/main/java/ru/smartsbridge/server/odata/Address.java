package ru.smartsbridge.server.odata;

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

    /** One entity of a set; {@code key} is {@code ""} for the one that is asked without a key ({@code ProductSchema} [doc]). */
    record OneEntity(EntitySet<?> set, SetInfo info, String key) implements Address {}

    /** A singleton, such as {@code BaseInfo}. */
    record Singleton(SetInfo info) implements Address {}

    /** What a navigation of an entity leads to, or the rows of a document's own table. */
    record Related(EntitySet<?> set, SetInfo info, String key, String navigation) implements Address {}

    /** An action on a whole set. */
    record SetAction(EntitySet<?> set, SetInfo info, Action action) implements Address {}

    /** An action on one entity. */
    record EntityAction(EntitySet<?> set, SetInfo info, String key, Action action) implements Address {}
}
