package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.SetInfo;

/** Lists, pages and single entities. */
@Needs(value = Verb.LIST, on = SetKind.DOCS)
@Needs(value = Verb.FIND, on = SetKind.DOCS)
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
abstract class ReadingContract extends ContractPart {
    private Query ownDocuments(int count) {
        String mark = newId();
        for (int i = 0; i < count; i++) {
            transport().create(RECEIPTS, new Document(specimens().header(RECEIPTS, newId(), mark)), call());
        }
        return where("description", mark);
    }

    @Test
    void top_and_skip_cut_a_page_out_of_what_matches() {
        Query own = ownDocuments(5);
        List<String> whole = keys(RECEIPTS, own);
        assertThat(whole).hasSize(5);
        assertThat(keys(RECEIPTS, own.withTop(2))).isEqualTo(whole.subList(0, 2));
        assertThat(keys(RECEIPTS, own.withSkip(3))).isEqualTo(whole.subList(3, 5));
        assertThat(keys(RECEIPTS, own.withSkip(1).withTop(3))).isEqualTo(whole.subList(1, 4));
    }

    @Test
    void a_page_beyond_the_end_is_empty() {
        Query own = ownDocuments(2);
        assertThat(keys(RECEIPTS, own.withSkip(2))).isEmpty();
        assertThat(keys(RECEIPTS, own.withSkip(100).withTop(1))).isEmpty();
        assertThat(keys(RECEIPTS, own.withTop(100))).hasSize(2);
    }

    @Test
    void a_whole_set_has_nothing_beyond_its_end() {
        ownDocuments(2);
        for (EntitySet<?> set : List.of(EntitySet.PRODUCTS, RECEIPTS, EntitySet.DOCS, EntitySet.table("Ceny"))) {
            List<String> whole = keys(set, Query.ALL);
            int size = whole.size();
            assertThat(whole).as("%s", set).isNotEmpty();
            for (long skip : new long[] {size - 1, size, size + 1, Integer.MAX_VALUE}) {
                List<String> rest = skip < size ? whole.subList(size - 1, size) : List.of();
                Query query = Query.ALL.withSkip(skip);
                assertThat(keys(set, query)).as("%s from %d on", set, skip).isEqualTo(rest);
                assertThat(keys(set, query.withTop(5)))
                        .as("5 of %s from %d on", set, skip)
                        .isEqualTo(rest);
                try (Rows<?> rows = transport().list(set, query.withTop(5).withCount(), call())) {
                    assertThat(rows.count()).as("count of %s", set).hasValue(size);
                    assertThat(rows.hasNext()).as("%s from %d on", set, skip).isEqualTo(skip < size);
                }
            }
        }
    }

    @Test
    void the_count_is_of_all_that_match_whatever_top_and_skip_say() {
        Query own = ownDocuments(4).withCount();
        for (Query query : List.of(own, own.withTop(0), own.withTop(1), own.withSkip(3), own.withSkip(9))) {
            try (Rows<Document> rows = transport().list(RECEIPTS, query, call())) {
                assertThat(rows.count()).as("%s", query).hasValue(4);
            }
        }
    }

    @Test
    void without_being_asked_nobody_counts() {
        try (Rows<Document> rows = transport().list(RECEIPTS, ownDocuments(1), call())) {
            assertThat(rows.count()).isEmpty();
        }
    }

    @Test
    void pages_in_a_row_give_what_the_whole_list_gives() {
        List<String> whole = keys(EntitySet.PRODUCTS, Query.ALL.withTop(100));
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        List<String> pages = new ArrayList<>();
        for (int skip = 0; skip < whole.size(); skip += 7) {
            pages.addAll(keys(EntitySet.PRODUCTS, Query.ALL.withSkip(skip).withTop(Math.min(7, whole.size() - skip))));
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void the_order_is_the_same_each_time() {
        assertThat(keys(EntitySet.PRODUCTS, Query.ALL)).isEqualTo(keys(EntitySet.PRODUCTS, Query.ALL));
    }

    @Test
    void select_leaves_the_wanted_properties_in_the_order_of_the_entity() {
        String id = newId();
        transport().create(RECEIPTS, new Document(specimens().header(RECEIPTS, id, "")), call());
        Query query = Query.ALL.withSelect("NAME", "warehouseid", "Id");
        assertThat(found(RECEIPTS, id, query).names()).containsExactly("id", "name", "warehouseId");
        assertThat(list(RECEIPTS, query.withFilter(equal("id", id))))
                .singleElement()
                .satisfies(document ->
                        assertThat(document.properties().names()).containsExactly("id", "name", "warehouseId"));
    }

    @Test
    void an_unknown_id_is_found_nowhere() {
        for (EntitySet<?> set :
                List.of(RECEIPTS, EntitySet.DOCS, EntitySet.PRODUCTS, EntitySet.USERS, EntitySet.table("Ceny"))) {
            assertThat(transport().find(set, newId(), Query.ALL, call()))
                    .as("%s", set)
                    .isEmpty();
        }
    }

    @Test
    void a_set_a_table_or_a_document_type_that_the_base_does_not_have_is_an_error() {
        for (EntitySet<?> set :
                List.of(EntitySet.named("Tovary"), EntitySet.docs("NetTakogo"), EntitySet.table("NetTakoj"))) {
            failsWith(Category.NOT_FOUND, () -> list(set, Query.ALL));
            failsWith(Category.NOT_FOUND, () -> transport().find(set, "1", Query.ALL, call()));
        }
        failsWith(
                Category.NOT_FOUND,
                () -> all(transport().related(EntitySet.docs("NetTakogo"), "1", "declaredItems", Query.ALL, call())));
    }

    @Test
    void a_read_that_is_closed_early_leaves_the_base_free() {
        for (int i = 0; i < 100; i++) {
            try (Rows<Product> rows = transport().list(EntitySet.PRODUCTS, Query.ALL, call())) {
                assertThat(rows.hasNext()).isTrue();
                rows.next();
            }
        }
        String id = newId();
        assertThat(transport()
                        .create(RECEIPTS, new Document(specimens().header(RECEIPTS, id, "")), call())
                        .created())
                .isTrue();
        assertThat(has(RECEIPTS, id)).isTrue();
    }

    @Test
    void many_threads_read_at_once_and_each_gets_the_whole() throws Exception {
        List<Product> expected = list(EntitySet.PRODUCTS, Query.ALL.withTop(50));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<List<Product>>> reads = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                reads.add(threads.submit(() -> list(EntitySet.PRODUCTS, Query.ALL.withTop(50))));
            }
            for (Future<List<Product>> read : reads) {
                assertThat(read.get(50, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void docs_shows_documents_of_every_type_and_a_type_only_its_own() {
        String mark = newId();
        String receipt = newId();
        String picking = newId();
        transport().create(RECEIPTS, new Document(specimens().header(RECEIPTS, receipt, mark)), call());
        transport().create(PICKING, new Document(specimens().header(PICKING, picking, mark)), call());
        Query own = where("description", mark);
        assertThat(keys(EntitySet.DOCS, own)).containsExactlyInAnyOrder(receipt, picking);
        assertThat(keys(RECEIPTS, own)).containsExactly(receipt);
        assertThat(keys(PICKING, own)).containsExactly(picking);
        assertThat(has(EntitySet.DOCS, receipt)).isTrue();
        assertThat(has(EntitySet.DOCS, picking)).isTrue();
    }

    @Test
    void the_key_of_a_document_of_another_type_is_not_found() {
        String receipt = newId();
        transport().create(RECEIPTS, new Document(specimens().header(RECEIPTS, receipt, "")), call());
        assertThat(has(RECEIPTS, receipt)).isTrue();
        assertThat(has(PICKING, receipt)).isFalse();
        failsWith(
                Category.NOT_FOUND,
                () -> all(transport().related(PICKING, receipt, "declaredItems", Query.ALL, call())));
    }

    @Test
    @Needs(value = Verb.FIND, on = SetKind.PRODUCT_SCHEMA)
    void the_schema_of_products_is_read_without_a_key() {
        assertThat(found(EntitySet.PRODUCT_SCHEMA, "").has("oDataKey")).isTrue();
    }

    @Test
    void every_set_of_the_metadata_can_be_listed() {
        for (SetInfo set : schema().edmx().sets().values()) {
            EntitySet<?> entitySet = EntitySet.named(set.name());
            boolean served = transport()
                    .capabilities()
                    .missing(Verb.LIST, entitySet.kind())
                    .isEmpty();
            boolean lacking =
                    entitySet.kind() == SetKind.DEVICES && base().lacks().containsKey(Equipment.DEVICES);
            if (!set.singleton() && served && !lacking) {
                assertThat(list(entitySet, Query.ALL.withTop(3))).as(set.name()).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @Test
    void what_a_list_gives_can_be_found_by_its_key() {
        for (EntitySet<?> set : List.of(
                EntitySet.PRODUCTS, EntitySet.USERS, EntitySet.WAREHOUSES, EntitySet.DOC_TYPES, EntitySet.CELLS)) {
            assertThat(list(set, Query.ALL.withTop(5)))
                    .as("%s", set)
                    .isNotEmpty()
                    .allSatisfy(entity -> assertThat(found(set, entity.key())).isEqualTo(entity.properties()));
        }
    }
}
