package ru.smartsbridge.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternTest {
    private static boolean means(String pattern, String name) {
        return new Pattern(pattern).matches(name);
    }

    @Test
    void a_name_means_itself_in_any_case_and_alphabet() {
        assertThat(means("Docs/ПодборЗаказа", "docs/подборзаказа")).isTrue();
        assertThat(means("Docs", "Docs/PodborZakaza")).isFalse();
    }

    @Test
    void a_star_stands_for_letters_of_one_step() {
        assertThat(means("Docs/*", "Docs/PodborZakaza")).isTrue();
        assertThat(means("Docs/*", "Docs")).isFalse();
        assertThat(means("*/P*zakaza", "Docs/PodborZakaza")).isTrue();
        assertThat(means("*", "Docs/PodborZakaza")).isFalse();
        assertThat(means("a.c*", "abc"))
                .as("letters of the pattern are no expression")
                .isFalse();
    }

    @Test
    void two_stars_stand_for_any_steps() {
        assertThat(means("**", "")).isTrue();
        assertThat(means("**", "Docs/PodborZakaza")).isTrue();
        assertThat(means("**/createDate", "createDate")).isTrue();
        assertThat(means("**/createDate", "a/b/createDate")).isTrue();
        assertThat(means("a/**/c", "a/c")).isTrue();
        assertThat(means("a/**/c", "a/b/d")).isFalse();
    }

    @Test
    void a_path_means_all_below_it() {
        String[] path = {"declaredItems", "packing", "name"};
        assertThat(new Pattern("declaredItems/packing").matchesPrefix(3, (step, i) -> Pattern.isStep(step, path[i])))
                .isTrue();
        assertThat(new Pattern("").matchesPrefix(3, (step, i) -> Pattern.isStep(step, path[i])))
                .isTrue();
        assertThat(new Pattern("packing").matchesPrefix(3, (step, i) -> Pattern.isStep(step, path[i])))
                .isFalse();
    }
}
