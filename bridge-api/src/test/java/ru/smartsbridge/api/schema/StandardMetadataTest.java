package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;

class StandardMetadataTest {
    private static List<String> unis(Edmx edmx, String kind) {
        return edmx.sets().keySet().stream()
                .filter(name -> name.startsWith(kind))
                .map(name -> name.substring(kind.length()))
                .toList();
    }

    @Test
    void the_recorded_names_give_the_recorded_metadata() throws IOException {
        Edmx recorded = Recorded.edmx();
        Edmx composed = StandardMetadata.of(unis(recorded, "Docs/"), unis(recorded, "Tables/"));
        assertThat(unis(recorded, "Docs/")).hasSize(18);
        assertThat(composed.document()).isEqualTo(recorded.document());
        assertThat(StandardMetadata.recorded().document()).isEqualTo(recorded.document());
    }

    @Test
    void a_base_has_its_own_sets_and_none_of_the_recorded_ones() {
        Edmx edmx = StandardMetadata.of(List.of("Priemka", "Priemka2"), List.of("Ceny"));
        assertThat(unis(edmx, "Docs/")).containsExactly("Priemka", "Priemka2");
        assertThat(unis(edmx, "Tables/")).containsExactly("Ceny");
        assertThat(edmx.typeOf(edmx.sets().get("Docs/Priemka")).name()).isEqualTo("Cleverence.Warehouse.Document");
        assertThat(edmx.typeOf(edmx.sets().get("Tables/Ceny")).name()).isEqualTo("Cleverence.Warehouse.Row");
        assertThat(new String(edmx.document(), java.nio.charset.StandardCharsets.UTF_8))
                .containsPattern("Docs/Priemka2\"[^>]*><NavigationPropertyBinding Path=\"declaredItems\"");
    }

    @Test
    void a_base_without_documents_and_tables_keeps_everything_else() {
        Edmx edmx = StandardMetadata.of(List.of(), List.of());
        Collection<String> others = StandardMetadata.recorded().sets().keySet().stream()
                .filter(name -> !name.contains("/"))
                .toList();
        assertThat(edmx.sets().keySet()).containsExactlyElementsOf(others);
    }

    @Test
    void odd_names_are_kept_to_the_letter() {
        List<String> odd = List.of("Cena(rub.)", "A&B<\"C\">", "$1 \\2", "при емка", "a\tb\nc", "Ceny", "Ceny");
        Edmx edmx = StandardMetadata.of(odd, odd);
        assertThat(unis(edmx, "Docs/")).containsExactlyElementsOf(List.copyOf(new java.util.LinkedHashSet<>(odd)));
        assertThat(unis(edmx, "Tables/")).isEqualTo(unis(edmx, "Docs/"));
        assertThatThrownBy(() -> StandardMetadata.of(List.of("a\u0001"), List.of()))
                .isInstanceOf(BridgeException.class);
    }
}
