package ru.smartsbridge.server.odata;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.Transliteration;

/** Reads a raw path below the API's root against a base's {@code $metadata}. Names match ignoring case [client]. */
public final class AddressReader {
    private final Schema schema;
    private final Edmx edmx;

    public AddressReader(Schema schema) {
        this.schema = schema;
        this.edmx = schema.edmx();
    }

    /**
     * What the path points at.
     *
     * @param rawPath below the root, as it came on the wire
     * @throws BridgeException {@code NOT_FOUND} for what the base does not have, {@code INVALID_REQUEST} for a path
     *     that cannot be read
     */
    public Address read(String rawPath) {
        List<Segment> segments = ResourcePath.segments(rawPath);
        if (segments.isEmpty()) {
            return new Address.ServiceDocument();
        }
        Segment first = segments.get(0);
        if (segments.size() == 1 && first.name().equalsIgnoreCase("$metadata")) {
            return new Address.Metadata();
        }
        SetInfo info = null;
        int used = 1;
        if (segments.size() > 1 && first.key().isEmpty()) {
            info = edmx.set(first.name() + "/" + segments.get(1).name()).orElse(null);
            used = info == null ? 1 : 2;
        }
        if (info == null) {
            info = edmx.set(first.name()).orElseThrow(() -> unknownSet(first.name()));
        }
        return below(info, segments.get(used - 1).key(), segments.subList(used, segments.size()));
    }

    private Address below(SetInfo info, Optional<String> key, List<Segment> rest) {
        if (info.singleton()) {
            return singleton(info, key, rest);
        }
        EntitySet<?> set = EntitySet.named(info.name());
        if (key.isPresent()) {
            return ofEntity(set, info, key.get(), rest);
        }
        if (set.kind() == SetKind.PRODUCT_SCHEMA) {
            return ofEntity(set, info, "", rest); // asked without a key, it answers one entity [doc]
        }
        if (rest.isEmpty()) {
            return new Address.Entities(set, info);
        }
        Segment next = rest.get(0);
        Optional<Action> action = edmx.action(next.name(), new EdmType(info.type(), true));
        if (action.isPresent() && next.key().isEmpty() && rest.size() == 1) {
            return new Address.SetAction(set, info, action.get());
        }
        if (next.name().equalsIgnoreCase("$count") && next.key().isEmpty() && rest.size() == 1) {
            return new Address.Count(set, info);
        }
        throw unknownSet(info.name() + "/" + next.name());
    }

    private Address ofEntity(EntitySet<?> set, SetInfo info, String key, List<Segment> rest) {
        if (rest.isEmpty()) {
            return new Address.OneEntity(set, info, key);
        }
        Segment next = rest.get(0);
        Optional<Action> action = edmx.action(next.name(), new EdmType(info.type(), false));
        if (action.isPresent() && next.key().isEmpty() && rest.size() == 1) {
            return new Address.EntityAction(set, info, key, action.get());
        }
        return new StepsReader(schema, set, info).read(key, rest);
    }

    private Address singleton(SetInfo info, Optional<String> key, List<Segment> rest) {
        if (key.isPresent()) {
            throw ODataTexts.notFound("address.singleton.key", info.name());
        }
        return rest.isEmpty()
                ? new Address.Singleton(info)
                : new StepsReader(schema, EntitySet.named(info.name()), info).read("", rest);
    }

    /** A Russian name where the {@code uni} belongs is a common mistake of who comes from COM. */
    private BridgeException unknownSet(String name) {
        int part = name.indexOf('/') + 1;
        String latin = name.substring(0, part) + Transliteration.uni(name.substring(part));
        return Nearest.to(latin, edmx.sets().keySet())
                .map(nearest -> ApiTexts.notFound("set.unknown.nearest", name, nearest))
                .orElseGet(() -> ApiTexts.notFound("set.unknown", name));
    }
}
