package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Uploads of rows of the base's tables. */
@Needs(value = Verb.UPLOAD, on = SetKind.TABLES)
@Needs(value = Verb.LIST, on = SetKind.TABLES)
@Needs(value = Verb.FIND, on = SetKind.TABLES)
abstract class TableUploadsContract extends ContractPart {
    private static final String PRICES = "Ceny";
    private static final String PARTNERS = "Kontragenty";
    private static final UploadPlan.TableRows UPDATE = new UploadPlan.TableRows(PRICES, UploadPlan.Mode.UPDATE);
    private static final UploadPlan.TableRows OVERWRITE = new UploadPlan.TableRows(PRICES, UploadPlan.Mode.OVERWRITE);
    private static final EntitySet<Row> ROWS = EntitySet.table(PRICES);

    private Row row(String uid, String text) {
        return specimens().row(PRICES, uid, text);
    }

    private String field() {
        return specimens().rowField(PRICES);
    }

    @Test
    void rows_are_not_visible_before_the_end() {
        Row row = row(newId(), newId());
        Upload<Row> upload = transport().begin(UPDATE, call());
        upload.add(List.of(row).iterator(), call());
        assertThat(has(ROWS, row.uid())).isFalse();
        upload.end(call());
        kept().isKept(ROWS, row.properties(), found(ROWS, row.uid()));
    }

    @Test
    void a_row_with_a_known_uid_takes_the_place_of_the_one_that_was_there() {
        String uid = newId();
        Row other = row(newId(), newId());
        upload(UPDATE, List.of(row(uid, newId()), other));
        String last = newId();
        upload(UPDATE, List.of(row(uid, newId()), row(uid, last)));
        assertThat(found(ROWS, uid).text(field())).isEqualTo(last);
        assertThat(keys(ROWS, where(field(), last))).containsExactly(uid);
        assertThat(has(ROWS, other.uid())).isTrue();
    }

    @Test
    void rows_without_a_uid_are_the_same_row_when_their_key_fields_are() {
        TableInfo table = tableWithKey();
        EntitySet<Row> set = EntitySet.table(table.uni());
        UploadPlan.TableRows plan = new UploadPlan.TableRows(table.uni(), UploadPlan.Mode.UPDATE);
        String key = newId();
        FieldInfo changing = table.fields().stream()
                .filter(field -> !field.keyIndex() && "String".equalsIgnoreCase(field.fieldType()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract needs a text beside the key in " + table.uni()));
        String name = Transliteration.property(changing.uni());
        Properties first = keyFields(table, key);
        upload(plan, List.of(new Row(first.with(name, Value.text("один")))));
        upload(plan, List.of(new Row(first.with(name, Value.text("два")))));
        String keyName = keyTextField(table);
        assertThat(list(set, where(keyName, key))).singleElement().satisfies(row -> {
            assertThat(row.properties().text(name)).isEqualTo("два");
            assertThat(row.uid()).isNotBlank();
        });
    }

    /** Key fields whose texts are this one key, and one for those that are numbers. */
    private static Properties keyFields(TableInfo table, String key) {
        Properties.Builder row = Properties.builder();
        table.fields().stream()
                .filter(FieldInfo::keyIndex)
                .forEach(field -> row.put(
                        Transliteration.property(field.uni()),
                        "String".equalsIgnoreCase(field.fieldType()) ? Value.text(key) : Value.number(1)));
        return row.build();
    }

    private static String keyTextField(TableInfo table) {
        return table.fields().stream()
                .filter(field -> field.keyIndex() && "String".equalsIgnoreCase(field.fieldType()))
                .map(field -> Transliteration.property(field.uni()))
                .findFirst()
                .orElseThrow();
    }

    private TableInfo tableWithKey() {
        return list(EntitySet.TABLES_INFO, Query.ALL.withExpand("fields")).stream()
                .filter(table -> schema().edmx().sets().containsKey("Tables/" + table.uni()))
                .filter(table -> table.fields().stream()
                        .anyMatch(field -> field.keyIndex() && "String".equalsIgnoreCase(field.fieldType())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract needs a table with a text in its key"));
    }

    @Test
    void every_known_row_of_an_upload_gets_its_new_values() {
        String mark = newId();
        List<String> uids = List.of(newId() + "-1", newId() + "-2", newId() + "-3", newId() + "-4");
        upload(UPDATE, uids.stream().map(uid -> row(uid, newId())).toList());
        upload(
                UPDATE,
                List.of(row(uids.get(0), mark), row(newId(), newId()), row(uids.get(2), mark), row(uids.get(3), mark)));
        assertThat(keys(ROWS, where(field(), mark))).containsExactly(uids.get(0), uids.get(2), uids.get(3));
        assertThat(found(ROWS, uids.get(1)).text(field())).isNotEqualTo(mark);
    }

    @Test
    void rows_come_back_in_the_order_in_which_they_were_added() {
        String mark = newId();
        List<Row> rows =
                IntStream.range(0, 20).mapToObj(i -> row(newId(), mark)).toList();
        upload(UPDATE, rows);
        assertThat(keys(ROWS, where(field(), mark)))
                .isEqualTo(rows.stream().map(Row::uid).toList());
    }

    @Test
    void an_overwrite_replaces_all_rows_of_its_table_and_none_of_another() {
        List<Row> before = list(ROWS, Query.ALL);
        List<Row> partners = list(EntitySet.table(PARTNERS), Query.ALL);
        try {
            Row only = row(newId(), newId());
            upload(OVERWRITE, List.of(only));
            assertThat(keys(ROWS, Query.ALL)).containsExactly(only.uid());
            upload(OVERWRITE, List.of());
            assertThat(keys(ROWS, Query.ALL)).isEmpty();
            assertThat(list(EntitySet.table(PARTNERS), Query.ALL)).isEqualTo(partners);
        } finally {
            upload(OVERWRITE, before);
        }
        assertThat(keys(ROWS, Query.ALL))
                .isEqualTo(before.stream().map(Row::uid).toList());
    }

    @Test
    void an_overwrite_that_is_reset_replaces_nothing() {
        upload(UPDATE, List.of(row(newId(), newId())));
        List<Row> before = list(ROWS, Query.ALL);
        Upload<Row> upload = transport().begin(OVERWRITE, call());
        upload.add(List.of(row(newId(), newId())).iterator(), call());
        upload.reset(call());
        assertThat(list(ROWS, Query.ALL)).isEqualTo(before);
    }

    @Test
    void a_portion_whose_source_fails_midway_leaves_the_upload_as_before() {
        String mark = newId();
        Row before = row(newId(), mark);
        Upload<Row> upload = transport().begin(UPDATE, call());
        upload.add(List.of(before).iterator(), call());
        IllegalStateException failure = new IllegalStateException("the source fails");
        String field = field();
        Iterator<Row> failing = Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    if (i == 2_500) {
                        throw failure;
                    }
                    return new Row(Properties.builder()
                            .put("uid", mark + "-" + i)
                            .put(field, mark)
                            .build());
                })
                .iterator();
        assertThatThrownBy(() -> upload.add(failing, call())).isSameAs(failure);
        upload.end(call());
        assertThat(keys(ROWS, where(field, mark))).containsExactly(before.uid());
    }

    @Test
    void beginning_anew_drops_the_former_upload_and_its_handle_is_a_conflict() {
        String mark = newId();
        Upload<Row> former = transport().begin(UPDATE, call());
        former.add(List.of(row(newId(), mark)).iterator(), call());
        Upload<Row> anew = transport().begin(OVERWRITE, call());
        failsWith(Category.CONFLICT, () -> former.end(call()));
        anew.reset(call());
        assertThat(keys(ROWS, where(field(), mark))).isEmpty();
    }

    @Test
    void an_upload_that_has_ended_takes_no_more() {
        Upload<Row> upload = transport().begin(UPDATE, call());
        upload.end(call());
        failsWith(
                Category.CONFLICT,
                () -> upload.add(List.of(row(newId(), newId())).iterator(), call()));
    }

    @Test
    void a_table_that_the_base_does_not_have_takes_no_upload() {
        for (UploadPlan.Mode mode : UploadPlan.Mode.values()) {
            failsWith(Category.NOT_FOUND, () -> transport().begin(new UploadPlan.TableRows("NetTakoj", mode), call()));
        }
    }

    @Test
    @Needs(value = Verb.CREATE, on = SetKind.TABLES)
    void a_row_outside_an_upload_is_a_conflict() {
        Row row = row(newId(), newId());
        failsWith(Category.CONFLICT, () -> transport().create(ROWS, row, call()));
        assertThat(has(ROWS, row.uid())).isFalse();
    }
}
