package ru.smartsbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.value.Properties;

class ProjectionTest {
    private static final Properties ENTITY = Properties.builder()
            .put("id", "1")
            .put("name@odata.type", "#String")
            .put("name", "имя")
            .put("vidProcessa", 1)
            .put("declaredItems", java.util.List.of())
            .build();

    @Test
    void without_a_selection_everything_is_left() {
        assertThat(Projection.of(Query.ALL, ENTITY)).isSameAs(ENTITY);
        assertThat(Projection.of(Query.ALL.withSelect("id", "*"), ENTITY)).isSameAs(ENTITY);
    }

    @Test
    void the_selected_are_left_in_the_entitys_order_with_their_annotations() {
        assertThat(Projection.of(Query.ALL.withSelect("VIDPROCESSA", "Name", "absent"), ENTITY)
                        .names())
                .containsExactly("name@odata.type", "name", "vidProcessa");
    }

    @Test
    void what_was_expanded_is_left_too() {
        Query query = Query.ALL.withSelect("id").withExpand("declaredItems");
        assertThat(Projection.of(query, ENTITY).names()).containsExactly("id", "declaredItems");
        assertThat(Projection.expanded(query)).containsExactly("declaredItems");
    }
}
