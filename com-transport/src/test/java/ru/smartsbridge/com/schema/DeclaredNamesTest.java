package ru.smartsbridge.com.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.DeclaredFields;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Field;

class DeclaredNamesTest {
    @Test
    void a_field_is_found_by_its_json_property_and_by_its_name_in_any_case() {
        DeclaredNames names = names("ВидПроцесса:Double");

        Field field = new Field("ВидПроцесса", "vidProcessa", "Double");
        assertThat(names.byProperty("vidProcessa")).contains(field);
        assertThat(names.byName("видпроцесса")).isEqualTo(field);
        assertThat(names.byProperty("VidProcessa")).isEmpty();
    }

    @Test
    void a_field_that_nobody_declared_has_the_property_of_its_name_and_no_type() {
        assertThat(names().byName("ИНН")).isEqualTo(new Field("ИНН", "iNN", ""));
    }

    @Test
    void of_two_fields_with_one_property_the_later_has_it_and_both_keep_their_names() {
        DeclaredNames names = names("Тёст:String", "Тёстъ:Int32");

        assertThat(names.byProperty("tyost")).contains(new Field("Тёстъ", "tyost", "Int32"));
        assertThat(names.byName("Тёст").type()).isEqualTo("String");
        assertThat(names.declared()).hasSize(2);
        assertThat(names.oddities()).singleElement().asString().contains("Тёст", "Тёстъ", "tyost");
    }

    @Test
    void the_later_one_is_also_the_one_whose_type_the_facade_checks() {
        Properties table = Properties.builder()
                .put("name", "Т")
                .put("uni", "T")
                .put("fields", Arrays.asList(json("Тёст", "String"), json("Тёстъ", "Int32")))
                .build();

        Map<FieldOwner, FieldSet> declared =
                DeclaredFields.of(java.util.List.of(), java.util.List.of(new TableInfo(table)), Optional.empty());

        assertThat(declared.get(new FieldOwner.TableRows("T")).type("tyost")).contains("Int32");
    }

    @Test
    void a_field_without_a_name_is_left_out_and_told() {
        DeclaredNames names = names(":String", "Код:String");

        assertThat(names.declared()).extracting(Field::name).containsExactly("Код");
        assertThat(names.oddities()).hasSize(1);
    }

    @Test
    void a_name_that_is_declared_twice_counts_once() {
        DeclaredNames names = names("Код:String", "КОД:Int32");

        assertThat(names.declared()).extracting(Field::type).containsExactly("Int32");
        assertThat(names.oddities()).hasSize(1);
    }

    @Test
    void a_dot_in_a_name_stays_in_its_property() {
        assertThat(names("Код.Имя:String").byProperty("kod.Imya")).isPresent();
    }

    private static DeclaredNames names(String... fields) {
        return DeclaredNames.of(Arrays.stream(fields)
                .map(field -> field.split(":"))
                .map(field -> new FieldInfo(json(field[0], field[1])))
                .toList());
    }

    private static Properties json(String name, String type) {
        return Properties.builder()
                .put("fieldName", name)
                .put("fieldType", type)
                .build();
    }
}
