package ru.smartsbridge.com.uploads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Field;
import ru.smartsbridge.com.reading.SetPlace;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.text.ComTexts;

/**
 * Rows of a table of the base. The component knows them by the fields that the table names as its key, else by uid;
 * a row that it knows keeps its place, its uid and the fields that are not sent, and where a row has the uid of one
 * and the key of another, it is lost without an error [run].
 */
final class RowsDestination implements Destination<Row, ComSession> {
    private static final int BATCH = 2_000;
    private static final String UID = "uid";
    private static final Member COUNT = Member.of("Count");
    private static final String NO_DATE = "0001-01-01T00:00:00";

    private final UploadBase base;
    private final SetPlace place;
    private final Mode mode;
    private final String name;
    private final FieldOwner.TableRows owner;
    private final RowKey key;
    private final Map<String, Value> unset;

    RowsDestination(UploadBase base, SetPlace place, UploadPlan.TableRows plan) {
        this.base = base;
        this.place = place;
        this.mode = plan.mode();
        ComponentSchema schema = base.schema().get();
        String uni = place.uni().orElseThrow();
        this.owner = new FieldOwner.TableRows(uni);
        this.name = schema.schema()
                .names()
                .tableName(uni)
                .orElseThrow(() -> ApiTexts.notFound("set.unknown", "Tables/" + plan.uni()));
        this.unset = schema.declarations().fields(owner).declared().stream()
                .filter(field -> unset(field) != null)
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Field::property, RowsDestination::unset));
        Set<String> moments = schema.declarations().fields(owner).declared().stream()
                .filter(field -> field.type().equalsIgnoreCase("datetime"))
                .map(Field::property)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        this.key = new RowKey(
                keyFields(schema, uni), moments, unset, base.reading().zone());
    }

    private static List<String> keyFields(ComponentSchema schema, String uni) {
        return schema.tables().stream()
                .filter(table -> uni.equals(schema.schema().names().tableUni(table.name())))
                .flatMap(table -> table.fields().stream())
                .filter(FieldInfo::keyIndex)
                .map(field -> Transliteration.property(field.uni()))
                .toList();
    }

    /** What a field comes back as that has no value [run]; null where the type is none that is known. */
    private static Value unset(Field field) {
        return switch (field.type().toLowerCase(Locale.ROOT)) {
            case "string" -> Value.text("");
            case "boolean" -> Value.flag(false);
            case "datetime" -> Value.text(NO_DATE);
            case "byte", "int16", "int32", "int64", "single", "double", "decimal" -> Value.number(0);
            default -> null;
        };
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Table(owner.uni());
    }

    @Override
    public ComponentClass type() {
        return ComponentClass.ROW;
    }

    @Override
    public FieldOwner owner() {
        return owner;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Visibility visibility() {
        return Visibility.AT_ONCE;
    }

    /** A row without a uid gets one here, so that sending it once more does not make two of it. */
    @Override
    public Spooled accepted(Row added) {
        Properties given = added.properties().without("index");
        String uid = Keys.text(given, UID);
        Properties row =
                uid.isEmpty() ? given.with(UID, Value.text(UUID.randomUUID().toString())) : given;
        return key.isOfFields()
                ? new Spooled(key.of(row), uid.isEmpty() ? null : uid, row)
                : new Spooled(key.of(row), null, row);
    }

    @Override
    public boolean hasOther() {
        return key.isOfFields();
    }

    @Override
    public String twice() {
        return "upload.uid.twice";
    }

    /** An update leaves fields alone that are not sent, but the row that comes is to take the place of the known one. */
    @Override
    public Properties sent(Properties row) {
        if (mode == Mode.OVERWRITE) {
            return row;
        }
        Map<String, Value> whole = row.asMap();
        unset.forEach((property, value) -> {
            if (whole.getOrDefault(property, Value.NULL) == Value.NULL) {
                whole.put(property, value);
            }
        });
        return Properties.of(whole);
    }

    private Stored stored() {
        return new Stored(base, place, Query.ALL);
    }

    @Override
    public void before(ComSession session, Gathered gathered) {
        if (mode != Mode.UPDATE) {
            return;
        }
        if (!key.isOfFields()) {
            // in a table without key fields only the first row of an upload that is known is updated, and the others
            // are lost without an error: the component looks for them under an empty uid [run]
            stored().each(row -> {
                int ordinal = gathered.find(key.of(row));
                if (ordinal >= 0) {
                    gathered.sendAlone(ordinal);
                }
            });
        } else if (gathered.hasOthers()) {
            stored().each(row -> {
                String uid = Keys.text(row, UID);
                Spooled same = gathered.withOther(uid);
                if (same != null && !same.key().equals(key.of(row))) {
                    throw ComTexts.error(Category.CONFLICT, "upload.uid.otherKey", target().name(), uid);
                }
            });
        }
    }

    @Override
    public Carrier carrier(ComSession session, Gathered gathered) {
        Batches batches = new Batches(session, type(), owner());
        return new TableCarrier(session.connector().getTableAccessor(name), batches, mode == Mode.OVERWRITE);
    }

    @Override
    public void verify(ComSession session, Gathered gathered, BatchEdges edges) {
        if (mode == Mode.UPDATE) {
            stored().requireAll(this, gathered, key::of);
            return;
        }
        // an accessor from before would show the old rows [run]
        try (AutomationObject accessor = session.connector().getTableAccessor(name)) {
            Arrived.requireCount(target(), accessor.number(COUNT), gathered.distinct());
        }
    }
}
