package ru.smartsbridge.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;

class StoreTest {
    private static final String SET = "Users";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.onDisk(folder.resolve("base.mv"), set -> Keys.one(StoreTest::id));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Optional<String> id(Stored stored) {
        return Optional.ofNullable(stored.entity().text("id"));
    }

    private static Stored entity(String id, String text) {
        return Stored.of(Properties.builder().put("id", id).put("text", text).build());
    }

    private void put(String id, String text) {
        store.write(writing -> writing.shelf(SET).put(entity(id, text)));
    }

    private List<String> texts(Snapshot snapshot) {
        List<String> texts = new ArrayList<>();
        Iterator<Stored> all = snapshot.shelf(SET).orElseThrow().all();
        all.forEachRemaining(stored -> texts.add(stored.entity().text("text")));
        return texts;
    }

    private List<String> texts() {
        try (Snapshot snapshot = store.snapshot()) {
            return texts(snapshot);
        }
    }

    @Test
    void entities_stand_in_the_order_in_which_they_came_and_keep_their_place_when_they_are_changed() {
        put("b", "first");
        put("a", "second");
        put("b", "changed");
        assertThat(texts()).containsExactly("changed", "second");
    }

    @Test
    void a_snapshot_shows_what_was_there_when_it_was_taken() {
        put("a", "before");
        try (Snapshot snapshot = store.snapshot()) {
            put("a", "after");
            put("b", "new");
            assertThat(texts(snapshot)).containsExactly("before");
            assertThat(snapshot.shelf(SET).orElseThrow().find("b")).isEmpty();
            assertThat(snapshot.shelf(SET).orElseThrow().size()).isEqualTo(1);
        }
        assertThat(texts()).containsExactly("after", "new");
    }

    @Test
    void a_snapshot_outlives_the_shelf_that_it_shows() {
        for (int i = 0; i < 5_000; i++) {
            put("k" + i, "old " + i);
        }
        try (Snapshot snapshot = store.snapshot()) {
            for (int round = 0; round < 5; round++) {
                Shelf fresh = store.newShelf(Keys.one(StoreTest::id));
                for (int i = 0; i < 5_000; i++) {
                    fresh.append(entity("n" + i, "new " + "x".repeat(500)));
                }
                store.write(writing -> {
                    writing.replace(SET, fresh);
                    return null;
                });
            }
            assertThat(texts(snapshot)).hasSize(5_000).allMatch(text -> text.startsWith("old"));
        }
        assertThat(texts()).hasSize(5_000).allMatch(text -> text.startsWith("new"));
    }

    @Test
    void nothing_stays_of_a_write_that_fails_midway() {
        put("a", "before");
        assertThatThrownBy(() -> store.write(writing -> {
                    writing.shelf(SET).put(entity("a", "half"));
                    writing.shelf(SET).put(entity("b", "half"));
                    writing.shelf("Others").put(entity("c", "half"));
                    throw new IllegalStateException("midway");
                }))
                .hasMessage("midway");
        assertThat(texts()).containsExactly("before");
        put("d", "later");
        assertThat(texts()).containsExactly("before", "later");
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.shelf(SET).orElseThrow().find("b")).isEmpty();
            assertThat(snapshot.shelf("Others").orElseThrow().size()).isZero();
        }
    }

    @Test
    void nothing_stays_of_a_replacement_that_fails_midway() {
        put("a", "before");
        Shelf fresh = store.newShelf(Keys.one(StoreTest::id));
        fresh.append(entity("z", "half"));
        assertThatThrownBy(() -> store.write(writing -> {
                    writing.replace(SET, fresh);
                    throw new IllegalStateException("midway");
                }))
                .hasMessage("midway");
        put("b", "later");
        assertThat(texts()).containsExactly("before", "later");
    }

    @Test
    void an_entity_that_was_removed_is_not_found_by_any_key() {
        put("a", "one");
        put("b", "two");
        store.write(writing -> {
            Shelf shelf = writing.shelf(SET);
            shelf.remove(shelf.position("a").orElseThrow());
            return null;
        });
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(texts(snapshot)).containsExactly("two");
            assertThat(snapshot.shelf(SET).orElseThrow().find("a")).isEmpty();
        }
    }

    @Test
    void the_file_is_gone_when_the_store_is_closed() {
        put("a", "one");
        store.close();
        assertThat(folder.resolve("base.mv")).doesNotExist();
    }

    @Test
    void a_file_that_a_crash_left_is_replaced() throws IOException {
        Path left = folder.resolve("left.mv");
        Files.writeString(left, "not a store");
        try (Store anew = Store.onDisk(left, set -> Keys.one(StoreTest::id));
                Snapshot snapshot = anew.snapshot()) {
            assertThat(snapshot.shelf(SET)).isEmpty();
        }
    }

    @Test
    void space_of_what_was_replaced_is_used_again() {
        long afterTwo = 0;
        for (int round = 0; round < 12; round++) {
            Shelf fresh = store.newShelf(Keys.one(StoreTest::id));
            for (int i = 0; i < 4_000; i++) {
                fresh.append(entity("n" + i, "x".repeat(2_000)));
            }
            store.write(writing -> {
                writing.replace(SET, fresh);
                return null;
            });
            if (round == 1) {
                afterTwo = store.fileSize();
            }
        }
        assertThat(store.fileSize()).isLessThan(afterTwo * 4);
    }
}
