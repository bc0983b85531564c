package ru.smartsbridge.server.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class AddressReaderTest {
    private final AddressReader reader = new AddressReader(Recorded.SCHEMA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Products('1')|1",
                "Products%20('1')|1",
                "Products ('1')|1",
                "products('1')|1",
                "Products(1)|1",
                "Products(id='1')|1",
                "Products( 'a b' )|a b",
                "Products('O''Brien')|O'Brien",
                "Products(%27O%27%27Brien%27)|O'Brien",
                "Products('a%2Fb')|a/b",
                "Products('a/b')|a/b",
                "Products(a/b)|a/b",
                "Products('Товар №1')|Товар №1",
                "Products('%D0%A2')|Т",
                "Products('a(b)c')|a(b)c",
                "Products('100%25')|100%",
                "Products('a+b')|a+b",
                "Products('a;b=c')|a;b=c",
                "Products('😀')|😀",
            })
    void a_key_is_taken_in_every_form_that_clients_send(String path, String key) {
        assertThat(reader.read(path)).isInstanceOfSatisfying(Address.OneEntity.class, one -> {
            assertThat(one.set().name()).isEqualTo("Products");
            assertThat(one.key()).isEqualTo(key);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Docs/prihodnasklad('25ORA-E736628')", "docs/PrihodNaSklad(25ORA-E736628)"})
    void a_set_with_a_slash_is_found_ignoring_case_and_named_as_the_base_names_it(String path) {
        assertThat(reader.read(path)).isInstanceOfSatisfying(Address.OneEntity.class, one -> {
            assertThat(one.set().name()).isEqualTo("Docs/PrihodNaSklad");
            assertThat(one.key()).isEqualTo("25ORA-E736628");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Products/BeginUpdate",
                "Products/Default.BeginUpdate",
                "products/beginupdate",
                "Products/BeginUpdate/"
            })
    void an_action_is_found_in_both_forms_of_its_name(String path) {
        assertThat(reader.read(path))
                .isInstanceOfSatisfying(
                        Address.SetAction.class,
                        action -> assertThat(action.action().name()).isEqualTo("BeginUpdate"));
    }

    @Test
    void actions_of_the_same_name_are_told_apart_by_what_they_are_bound_to() {
        assertThat(reader.read("Cells/BeginUpdate"))
                .isInstanceOfSatisfying(
                        Address.SetAction.class,
                        action -> assertThat(action.action().parameters()).containsOnlyKeys("warehouseId"));
        assertThat(reader.read("Tables/Ceny/BeginUpdate"))
                .isInstanceOfSatisfying(
                        Address.SetAction.class,
                        action -> assertThat(action.action().parameters()).isEmpty());
        assertThat(reader.read("Docs('1')/Default.EndUpdate")).isInstanceOf(Address.EntityAction.class);
    }

    private Address.Below below(String path) {
        return (Address.Below) reader.read(path);
    }

    private static List<String> names(Address.Below below) {
        return below.steps().stream().map(Step::name).toList();
    }

    @Test
    void navigations_and_document_tables_lead_below_an_entity() {
        assertThat(below("Docs/PrihodNaSklad('1')/declareditems").last()).isInstanceOf(Step.Navigation.class);
        assertThat(names(below("Docs/PrihodNaSklad('1')/declareditems"))).containsExactly("declaredItems");
        assertThat(below("Docs/PrihodNaSklad('1')/Dokumenty").last())
                .isEqualTo(new Step.Table("Dokumenty", Optional.empty()));
        assertThat(below("Docs/PrihodNaSklad('1')/Dokumenty('7')").last())
                .isEqualTo(new Step.Table("Dokumenty", Optional.of("7")));
    }

    @Test
    void an_address_goes_on_over_keys_navigations_and_properties() {
        Address.Below name = below("Docs('1')/declaredItems('a''b')/PRODUCT/name/$value");
        assertThat(names(name)).containsExactly("declaredItems", "product", "name");
        assertThat(name.form()).isEqualTo(Address.Form.VALUE);
        assertThat(((Step.Navigation) name.steps().get(0)).key()).contains("a'b");
        assertThat(below("Docs('1')/declaredItems/$count").form()).isEqualTo(Address.Form.COUNT);
        assertThat(names(below("Docs('1')/tables('T')/rows"))).containsExactly("tables", "rows");
        assertThat(names(below("Products('1')/packings"))).containsExactly("packings");
        assertThat(names(below("BaseInfo/appDescription/appVersion"))).containsExactly("appDescription", "appVersion");
        assertThat(names(below("Docs/PodborZakaza('1')/KontrolKolva"))).containsExactly("kontrolKolva");
        assertThat(reader.read("Products/$count")).isInstanceOf(Address.Count.class);
        assertThat(reader.read("Docs('1')/Cleverence.Warehouse.Document")).isInstanceOf(Address.OneEntity.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Docs('1')/name/first",
                "Docs('1')/name/$count",
                "Docs('1')/name('x')",
                "Docs('1')/$value",
                "Docs('1')/$count",
                "Docs('1')/declaredItems/uid",
                "Docs('1')/declaredItems/$value",
                "Docs('1')/declaredItems('1')/product('2')",
                "Docs('1')/declaredItems/$ref",
                "Docs/$count/name",
                "Docs/name",
                "Warehouses('1')/nothing",
                "BaseInfo('1')",
                "BaseInfo/nothing",
                "$batch",
                "$count"
            })
    void what_leads_nowhere_is_not_found(String path) {
        assertThatThrownBy(() -> reader.read(path))
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.NOT_FOUND));
    }

    @Test
    void an_address_has_an_end() {
        assertThatThrownBy(() -> reader.read("Docs('1')/declaredItems('1')" + "/bindedLine".repeat(20)))
                .hasMessageContaining("12");
    }

    @Test
    void the_product_schema_is_one_entity_that_has_no_key_in_its_address() {
        assertThat(reader.read("ProductSchema")).isInstanceOf(Address.OneEntity.class);
        assertThat(reader.read("BaseInfo")).isInstanceOf(Address.Singleton.class);
        assertThat(reader.read("")).isInstanceOf(Address.ServiceDocument.class);
        assertThat(reader.read("$metadata")).isInstanceOf(Address.Metadata.class);
    }

    @Test
    void an_unknown_set_is_not_found_and_the_nearest_is_named() {
        assertThatThrownBy(() -> reader.read("Product")).isInstanceOfSatisfying(BridgeException.class, e -> {
            assertThat(e.category()).isEqualTo(Category.NOT_FOUND);
            assertThat(e.getMessage()).contains("'Product'").contains("'Products'");
        });
        assertThatThrownBy(() -> reader.read("Tables/Cena")).hasMessageContaining("Tables/Ceny");
        assertThatThrownBy(() -> reader.read("Tables/Цены")).hasMessageContaining("Tables/Ceny");
        assertThatThrownBy(() -> reader.read("Docs/НанесениеКМ")).hasMessageContaining("Docs/NanesenieKM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Products('1",
                "Products('a'b')",
                "Products(1",
                "Products('%FF')",
                "Products('%D0')",
                "Products('1')x"
            })
    void an_address_that_cannot_be_read_is_refused_as_such(String path) {
        assertThatThrownBy(() -> reader.read(path))
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }
}
