package ru.smartsbridge.com.reading;

import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * A set of the base's metadata with what it is asked as.
 *
 * @param uni the document type or table, where the set is of one
 */
public record SetPlace(SetInfo info, StructuredType type, SetKind kind, Optional<String> uni) {
    /**
     * The place of a set.
     *
     * @throws BridgeException {@code NOT_FOUND} for a set that the metadata does not have
     */
    public static SetPlace of(Edmx edmx, EntitySet<?> set) {
        SetInfo info = edmx.set(set.name())
                .orElseThrow(() -> Nearest.to(set.name(), edmx.sets().keySet())
                        .map(nearest -> ApiTexts.notFound("set.unknown.nearest", set.name(), nearest))
                        .orElseGet(() -> ApiTexts.notFound("set.unknown", set.name())));
        EntitySet<?> exact = EntitySet.named(info.name());
        return new SetPlace(info, edmx.typeOf(info), exact.kind(), exact.uni());
    }

    /** {@code NOT_FOUND} for an entity that is not there. */
    public BridgeException missing(String key) {
        return ApiTexts.notFound("entity.unknown", info.name(), key);
    }
}
