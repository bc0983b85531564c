package ru.smartsbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final AtomicInteger freed = new AtomicInteger();

    private Rows<String> rows(String... items) {
        return Rows.closing(List.of(items).iterator(), OptionalLong.of(items.length), freed::incrementAndGet);
    }

    @Test
    void what_is_held_is_freed_at_the_end_and_once() {
        try (Rows<String> rows = rows("a", "b")) {
            assertThat(rows.count()).hasValue(2);
            assertThat(rows.next()).isEqualTo("a");
            assertThat(rows.next()).isEqualTo("b");
            assertThat(freed).hasValue(0);
            assertThat(rows.hasNext()).isFalse();
            assertThat(freed).hasValue(1);
        }
        assertThat(freed).hasValue(1);
    }

    @Test
    void what_is_held_is_freed_when_nobody_reads_or_reads_on() {
        rows("a").close();
        assertThat(freed).hasValue(1);
        Rows<String> left = rows("a", "b");
        left.next();
        left.close();
        assertThat(freed).hasValue(2);
        assertThat(left.hasNext()).isFalse();
        assertThatThrownBy(left::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void what_is_held_is_freed_also_behind_a_change() {
        try (Rows<Integer> lengths = rows("a", "bb").map(String::length)) {
            assertThat(lengths.next()).isEqualTo(1);
        }
        assertThat(freed).hasValue(1);
    }

    @Test
    void a_failure_is_no_end() {
        Iterator<String> failing = List.of("a").stream()
                .<String>map(text -> {
                    throw new IllegalStateException(text);
                })
                .iterator();
        try (Rows<String> rows = Rows.closing(failing, OptionalLong.empty(), freed::incrementAndGet)) {
            assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
            assertThat(freed).hasValue(0);
        }
        assertThat(freed).hasValue(1);
    }
}
