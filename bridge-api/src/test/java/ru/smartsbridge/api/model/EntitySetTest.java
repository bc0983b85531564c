package ru.smartsbridge.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.schema.Recorded;
import ru.smartsbridge.api.value.Properties;

class EntitySetTest {
    @Test
    void every_set_of_the_metadata_has_an_address_of_that_name() throws IOException {
        assertThat(Recorded.edmx().sets().keySet())
                .allSatisfy(name -> assertThat(EntitySet.named(name).name()).isEqualTo(name));
    }

    @Test
    void a_name_leads_to_kind_and_part() {
        assertThat(EntitySet.named("Docs/PrihodNaSklad")).isEqualTo(EntitySet.docs("PrihodNaSklad"));
        assertThat(EntitySet.named("Tables/Ceny")).isEqualTo(EntitySet.table("Ceny"));
        assertThat(EntitySet.named("Docs")).isEqualTo(EntitySet.DOCS).hasSameHashCodeAs(EntitySet.DOCS);
        assertThat(EntitySet.named("Docs").uni()).isEmpty();
        assertThat(EntitySet.docs("A").uni()).hasValue("A");
        assertThat(EntitySet.docs("A")).isNotEqualTo(EntitySet.table("A"));
        assertThat(EntitySet.named("Novoe").kind()).isEqualTo(SetKind.OTHER);
        assertThat(EntitySet.named("Novoe").uni()).isEmpty();
        assertThat(EntitySet.named("docs").kind()).isEqualTo(SetKind.OTHER);
    }

    @Test
    void each_kind_has_the_key_that_the_metadata_says() throws IOException {
        Properties none = Properties.EMPTY;
        for (var set : Recorded.edmx().sets().values()) {
            Entity entity = EntitySet.named(set.name()).view(none);
            if (!(entity instanceof OtherEntity)) {
                assertThat(Recorded.edmx().typeOf(set).key()).as(set.name()).containsExactly(entity.keyName());
            }
        }
    }

    @Test
    void product_and_version_come_from_the_description_else_from_the_base_itself() {
        Properties own = Properties.builder()
                .put("appName", "Склад 15")
                .put("configurationVersion", "1.2")
                .build();
        assertThat(new BaseInfo(own).product()).isEqualTo("Склад 15");
        assertThat(new BaseInfo(own).version()).isEqualTo("1.2");
        Properties described = own.with(
                "appDescription",
                Properties.builder()
                        .put("appName", "Warehouse 15")
                        .put("appVersion", "1.3")
                        .build());
        assertThat(new BaseInfo(described).product()).isEqualTo("Warehouse 15");
        assertThat(new BaseInfo(described).version()).isEqualTo("1.3");
        assertThat(new BaseInfo(own.with("appDescription", Properties.EMPTY)).version())
                .isEqualTo("1.2");
    }
}
