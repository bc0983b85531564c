package ru.smartsbridge.api.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.3.0.99", "1.3", "1", "1.2.999", "0.9", "1.3.0", "1.3.0 beta", " 1.3.0.99 "})
    void com_is_supported_before_1_3_1(String version) {
        assertThat(VersionRule.com("Склад 15", version)).isEqualTo(new ComSupport.Supported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.1", "1.3.1.0", "1.3.1.25", "1.3.10", "1.10", "1.4", "2", "2.0.0.1"})
    void com_is_refused_from_1_3_1_on(String version) {
        assertThat(VersionRule.com("Склад 15", version))
                .isInstanceOfSatisfying(
                        ComSupport.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains("1.3.1", version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Склад 15",
                "СКЛАД 15",
                "склад\u00A015",
                "Mobile SMARTS: Склад 15, Полный",
                "«Склад15»",
                "Cleverence Warehouse 15",
                "warehouse15"
            })
    void the_product_is_known_by_its_name(String product) {
        assertThat(VersionRule.com(product, "1.3.1")).isInstanceOf(ComSupport.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Магазин 15", "Склад 150", "Склад", "Учёт 15", "MyWarehouse 15x", ""})
    void another_product_is_let_through_with_a_warning(String product) {
        assertThat(VersionRule.com(product, "1.3.1"))
                .isInstanceOfSatisfying(
                        ComSupport.Doubtful.class,
                        doubtful -> assertThat(doubtful.warning().toString()).contains("'" + product + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "v1.3.1", "System.__ComObject", "99999999999.1", "1.99999999999"})
    void a_version_that_cannot_be_read_is_let_through_with_a_warning(String version) {
        assertThat(VersionRule.com("Склад 15", version)).isInstanceOf(ComSupport.Unread.class);
    }

    @Test
    void what_the_base_does_not_tell_is_unknown() {
        assertThat(VersionRule.com(null, "1.3.1")).isInstanceOf(ComSupport.Doubtful.class);
        assertThat(VersionRule.com("Склад 15", null)).isInstanceOf(ComSupport.Unread.class);
        assertThat(VersionRule.com(null, null)).isInstanceOf(ComSupport.Doubtful.class);
    }
}
