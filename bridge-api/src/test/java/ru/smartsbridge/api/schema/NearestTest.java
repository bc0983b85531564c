package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("vidProcessa", "idSklada1SKuda", "iNN", "Ceny", "Serii");

    @Test
    void a_slip_of_the_keyboard_finds_the_name_that_was_meant() {
        assertThat(Nearest.to("vidProcesa", KNOWN)).hasValue("vidProcessa");
        assertThat(Nearest.to("vidPorcessa", KNOWN)).hasValue("vidProcessa");
        assertThat(Nearest.to("VIDPROCESSA", KNOWN)).hasValue("vidProcessa");
        assertThat(Nearest.to("inn", KNOWN)).hasValue("iNN");
        assertThat(Nearest.to("Tseny", KNOWN)).isEmpty();
        assertThat(Nearest.to("Cenny", KNOWN)).hasValue("Ceny");
    }

    @Test
    void what_is_far_from_everything_finds_nothing() {
        assertThat(Nearest.to("somethingElse", KNOWN)).isEmpty();
        assertThat(Nearest.to("x", List.of())).isEmpty();
    }

    @Test
    void of_two_equally_near_names_it_is_always_the_same_one() {
        assertThat(Nearest.to("ac", List.of("ab", "aa"))).hasValue("aa");
        assertThat(Nearest.to("ac", List.of("aa", "ab"))).hasValue("aa");
    }
}
