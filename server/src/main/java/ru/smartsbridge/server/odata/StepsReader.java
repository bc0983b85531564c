package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;

/** Reads what an address has below an entity: properties, navigations, tables of documents. Used for one address. */
final class StepsReader {
    /** Nobody's address has more. */
    private static final int MOST_STEPS = 12;

    private final Schema schema;
    private final EntitySet<?> set;
    private final SetInfo info;
    private final List<Step> steps = new ArrayList<>();
    /** What has properties at this place; empty below a scalar. */
    private Optional<StructuredType> type;
    /** Whether the last step is of many. */
    private boolean many;

    StepsReader(Schema schema, EntitySet<?> set, SetInfo info) {
        this.schema = schema;
        this.set = set;
        this.info = info;
        this.type = Optional.of(schema.edmx().typeOf(info));
    }

    /**
     * What the segments lead to.
     *
     * @param segments at least one
     */
    Address read(String key, List<Segment> segments) {
        if (segments.size() > MOST_STEPS) {
            throw ODataTexts.invalid("address.deep", MOST_STEPS);
        }
        Address.Form form = Address.Form.ITSELF;
        for (Segment segment : segments) {
            if (form != Address.Form.ITSELF) {
                throw unknown(segment.name());
            }
            if (segment.name().startsWith("$")) {
                form = form(segment);
            } else if (type.filter(own -> own.name().equals(segment.name())).isEmpty()) { // else a cast to what it is
                step(segment);
            }
        }
        return steps.isEmpty() ? new Address.OneEntity(set, info, key) : new Address.Below(set, info, key, steps, form);
    }

    private Address.Form form(Segment segment) {
        boolean bare = segment.key().isEmpty() && !steps.isEmpty();
        if (bare && segment.name().equalsIgnoreCase("$count") && (many || isField())) {
            return Address.Form.COUNT;
        }
        if (bare && segment.name().equalsIgnoreCase("$value") && (type.isEmpty() && !many || isField())) {
            return Address.Form.VALUE;
        }
        throw unknown(segment.name());
    }

    /** An additional field may be anything, and so may what could be one. */
    private boolean isField() {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last instanceof Step.Property property && property.type().isEmpty()
                || last instanceof Step.Table table && table.key().isEmpty();
    }

    private void step(Segment segment) {
        if (many || type.isEmpty()) {
            throw unknown(segment.name());
        }
        StructuredType here = type.get();
        Optional<EdmProperty> navigation = here.navigation(segment.name());
        Optional<EdmProperty> property = here.property(segment.name());
        if (navigation.isPresent()) {
            to(navigation.get().type(), segment.key());
            steps.add(new Step.Navigation(navigation.get(), segment.key()));
        } else if (property.isPresent()) {
            if (segment.key().isPresent()) {
                throw unknown(segment.name());
            }
            to(property.get().type(), Optional.empty());
            steps.add(new Step.Property(
                    property.get().name(), Optional.of(property.get().type())));
        } else {
            field(here, segment);
        }
    }

    private void to(EdmType target, Optional<String> key) {
        if (key.isPresent() && !target.collection()) {
            throw ODataTexts.notFound("address.single", target);
        }
        many = target.collection() && key.isEmpty();
        type = schema.edmx().structured(target.name());
    }

    /** An additional field; in a document what is none of them is taken for a table of its own. */
    private void field(StructuredType here, Segment segment) {
        boolean ofDocument = steps.isEmpty() && set.kind() == SetKind.DOCS;
        Optional<String> known = steps.isEmpty() ? knownField(segment.name()) : Optional.empty();
        if (ofDocument && known.isEmpty()) {
            many = segment.key().isEmpty();
            type = schema.edmx().set(SetKind.ROW.edmName()).map(schema.edmx()::typeOf);
            steps.add(new Step.Table(segment.name(), segment.key()));
            return;
        }
        boolean refused = steps.isEmpty() && known.isEmpty() && isDeclared();
        if (!here.open() || segment.key().isPresent() || refused) {
            throw Nearest.to(segment.name(), names(here))
                    .map(nearest ->
                            ApiTexts.notFound("check.property.unknown.nearest", segment.name(), here.name(), nearest))
                    .orElseGet(() -> ApiTexts.notFound("check.property.unknown", segment.name(), here.name()));
        }
        type = Optional.empty();
        steps.add(new Step.Property(known.orElse(segment.name()), Optional.empty()));
    }

    private Optional<String> knownField(String name) {
        return schema.fields().entrySet().stream()
                .filter(owned -> isOfSet(owned.getKey()))
                .flatMap(owned -> owned.getValue().types().keySet().stream())
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    /** Whether the base says which additional fields there are. */
    private boolean isDeclared() {
        return schema.fields().keySet().stream().anyMatch(this::isOfSet);
    }

    private boolean isOfSet(FieldOwner owner) {
        return switch (set.kind()) {
            case DOCS ->
                owner instanceof FieldOwner.DocumentHeader header
                        && set.uni()
                                .filter(uni -> !uni.equalsIgnoreCase(header.uni()))
                                .isEmpty();
            case PRODUCTS -> owner instanceof FieldOwner.Products;
            case TABLES ->
                owner instanceof FieldOwner.TableRows rows
                        && set.uni()
                                .filter(uni -> !uni.equalsIgnoreCase(rows.uni()))
                                .isEmpty();
            default -> false;
        };
    }

    private static List<String> names(StructuredType type) {
        List<String> names = new ArrayList<>(type.properties().keySet());
        names.addAll(type.navigations().keySet());
        return names;
    }

    private BridgeException unknown(String name) {
        String around =
                steps.isEmpty() ? info.name() : steps.get(steps.size() - 1).name();
        return ODataTexts.notFound("address.unknown", around, name);
    }
}
