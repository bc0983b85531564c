package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.com.fake.BaseTests;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Way;

/** What people are told of how a base's objects cross. */
class RemarksTest extends BaseTests {
    private List<Remark> concerns() {
        return Remarks.of(session).stream().filter(Remark::concern).toList();
    }

    @Test
    void every_class_is_told_with_its_reason() {
        List<Remark> remarks = Remarks.of(session);
        assertThat(remarks).hasSize(ComponentClass.values().length);
        assertThat(remarks).noneMatch(Remark::concern);
        assertThat(remarks.get(0).text().in(Locale.ENGLISH)).contains("as XML", "so it was told");
    }

    @Test
    void a_class_that_crosses_property_by_property_is_a_concern() throws IOException {
        session(Way.PROPERTIES);
        base.standsInXml = owner -> false;
        assertThat(concerns()).hasSize(ComponentClass.values().length);
        assertThat(concerns().get(0).text().in(Locale.forLanguageTag("ru"))).contains("so it was told");
    }

    @Test
    void a_table_whose_names_cannot_stand_in_xml_is_a_concern_of_its_own() {
        base.standsInXml = owner -> !owner.toString().contains("Ceny");
        assertThat(concerns()).hasSize(1);
        assertThat(concerns().get(0).text().in(Locale.ENGLISH)).contains("'Цены'");
        assertThat(concerns().get(0).text().in(Locale.forLanguageTag("ru"))).contains("Цены");
    }

    @Test
    void an_exchange_folder_that_is_missing_is_a_concern_that_names_the_setting() {
        session.exchanging = false;
        assertThat(concerns()).hasSize(1);
        assertThat(concerns().get(0).text().in(Locale.ENGLISH)).contains("com.exchange");
        assertThat(concerns().get(0).text().in(Locale.forLanguageTag("ru"))).contains("com.exchange");
    }
}
