package ru.smartsbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;

class CapabilitiesTest {
    private static final Text REASON = Text.verbatim("the component has no such call");

    @Test
    void everything_is_served_but_what_is_named() {
        Capabilities capabilities = Capabilities.builder()
                .without(Set.of(Verb.BLOCK), Set.of(SetKind.DOCS), REASON)
                .only(Set.of(Verb.DELETE), Set.of(SetKind.DOCS), REASON)
                .build();
        assertThat(capabilities.missing(Verb.BLOCK, SetKind.DOCS)).hasValue(REASON);
        assertThat(capabilities.missing(Verb.DELETE, SetKind.DOCS)).isEmpty();
        assertThat(capabilities.missing(Verb.DELETE, SetKind.USERS)).hasValue(REASON);
        assertThat(capabilities.missing(Verb.LIST, SetKind.DOCS)).isEmpty();
        for (Verb verb : Verb.values()) {
            for (SetKind kind : SetKind.values()) {
                assertThat(Capabilities.ALL.missing(verb, kind)).isEmpty();
            }
        }
    }

    @Test
    void what_is_required_and_missing_is_refused_with_the_reason() {
        Capabilities capabilities = Capabilities.builder()
                .without(Set.of(Verb.BLOCK), Set.of(SetKind.DOCS), REASON)
                .build();
        capabilities.require(Verb.LIST, EntitySet.docs("Priemka"));
        assertThatThrownBy(() -> capabilities.require(Verb.BLOCK, EntitySet.docs("Priemka")))
                .isInstanceOfSatisfying(BridgeException.class, error -> {
                    assertThat(error.category()).isEqualTo(Category.UNSUPPORTED_HERE);
                    assertThat(error).hasMessageContaining("no such call").hasMessageContaining("Docs/Priemka");
                });
    }

    @Test
    void a_set_that_the_standard_has_not_is_named_too() {
        Capabilities none = Capabilities.builder()
                .without(Set.of(Verb.FIND), Set.of(SetKind.OTHER), REASON)
                .build();
        assertThatThrownBy(() -> none.require(Verb.FIND, EntitySet.named("Skidki")))
                .hasMessageContaining("Skidki");
    }

    @Test
    void what_was_built_does_not_change_with_its_builder() {
        Capabilities.Builder builder = Capabilities.builder();
        Capabilities all = builder.build();
        builder.without(Set.of(Verb.LIST), Set.of(SetKind.DOCS), REASON);
        assertThat(all.missing(Verb.LIST, SetKind.DOCS)).isEmpty();
    }

    @Test
    void rows_that_are_turned_into_something_else_are_the_same_rows() {
        boolean[] closed = new boolean[1];
        Rows<Integer> source = new Rows<>() {
            private final Rows<Integer> rows = Rows.of(List.of(1, 2), OptionalLong.of(7));

            @Override
            public OptionalLong count() {
                return rows.count();
            }

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Integer next() {
                return rows.next();
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        List<String> texts = new ArrayList<>();
        try (Rows<String> mapped = source.map(number -> "n" + number)) {
            assertThat(mapped.count()).hasValue(7);
            mapped.forEachRemaining(texts::add);
        }
        assertThat(texts).containsExactly("n1", "n2");
        assertThat(closed[0]).isTrue();
    }
}
