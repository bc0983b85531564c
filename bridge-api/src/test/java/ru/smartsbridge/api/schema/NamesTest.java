package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.value.Properties;

class NamesTest {
    @Test
    void every_recorded_document_type_has_the_uni_that_its_name_gives() throws IOException {
        assertThat(Recorded.documentTypes())
                .hasSize(23)
                .allSatisfy(type -> assertThat(Transliteration.uni(type.name())).isEqualTo(type.uni()));
    }

    @ParameterizedTest
    @CsvSource({
        "НанесениеКМ, NanesenieKM",
        "ПеремещениеПоЯчейкам, PeremeshheniePoYachejkam",
        "УпаковочныйЛист, UpakovochnyjList",
        "Разагрегация, Razagregaciya",
        "ОтборИзЯчеек, OtborIzYacheek",
        "РазмещениеВЯчейки, RazmeshhenieVYachejki",
        "ПечатьШК, PechatShK",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя, abvgdeyozhzijklmnoprstufhcchshshhyeyuya",
        "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ, ABVGDEYoZhZIJKLMNOPRSTUFHCChShShhYEYuYa",
        "Кол-во, Kol-vo",
        "1СКод, 1SKod",
        "Цена (руб.), Cena(rub.)",
        "аа ба, AaBa",
        "Код.Имя, Kod.Imya",
        "Serial No, Serial No",
        "SSCC, SSCC"
    })
    void a_name_is_transliterated_as_the_component_does_it(String name, String uni) {
        assertThat(Transliteration.uni(name)).isEqualTo(uni);
    }

    @ParameterizedTest
    @CsvSource({
        "ПоЯчейкам, poYachejkam",
        "ВидПроцесса, vidProcessa",
        "РежимУпаковок, rezhimUpakovok",
        "КонтрольКолва, kontrolKolva",
        "ИдСклада1СКуда, idSklada1SKuda",
        "ИНН, iNN",
        "ЭтоПапка, etoPapka",
        "'', ''"
    })
    void the_property_of_a_field_is_its_uni_with_a_small_first_letter(String name, String property) {
        assertThat(Transliteration.property(Transliteration.uni(name))).isEqualTo(property);
    }

    @Test
    void the_bases_own_uni_is_the_authority() {
        DocumentType type = new DocumentType(
                Properties.builder().put("name", "Приход").put("uni", "Income").build());
        TableInfo table = new TableInfo(
                Properties.builder().put("name", "Цены").put("uni", "Prices").build());
        TableInfo withoutUni = new TableInfo(
                Properties.builder().put("name", "Остатки").put("uni", "").build());
        Names names = Names.of(List.of(type), List.of(table, withoutUni));
        assertThat(names.documentTypeUni("Приход")).isEqualTo("Income");
        assertThat(names.documentTypeName("income")).hasValue("Приход");
        assertThat(names.tableUni("Цены")).isEqualTo("Prices");
        assertThat(names.tableName("PRICES")).hasValue("Цены");
        assertThat(names.tableUni("Остатки")).isEqualTo("Ostatki");
        assertThat(names.tableName("Ostatki")).hasValue("Остатки");
    }

    @Test
    void a_name_that_the_base_does_not_have_is_transliterated_and_a_uni_leads_nowhere() {
        Names none = Names.of(List.of(), List.of());
        assertThat(none.documentTypeUni("Возврат")).isEqualTo("Vozvrat");
        assertThat(none.tableUni("Цены")).isEqualTo("Ceny");
        assertThat(none.documentTypeName("Vozvrat")).isEmpty();
        assertThat(none.tableName("Ceny")).isEmpty();
    }
}
