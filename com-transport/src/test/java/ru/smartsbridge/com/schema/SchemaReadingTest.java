package ru.smartsbridge.com.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;

class SchemaReadingTest {
    private static final int BYTE_ORDER_MARK = 3;
    private static final String FIELD =
            "<FieldInfo alias='' fieldName='%s' fieldType='%s' valueTemplate=''%s></FieldInfo>";

    @Test
    void a_base_of_the_lab_is_read_from_its_xml() throws IOException {
        ComponentSchema schema = read(Files.readString(Path.of("lab", "seed", "environment.xml")));

        assertThat(schema.documentTypes()).extracting(DocumentType::uni).contains("PodborZakaza", "PrihodNaSklad");
        assertThat(schema.tables()).extracting(TableInfo::uni).contains("Ceny", "Ostatki");
        assertThat(schema.products()).isPresent();
        assertThat(schema.schema().edmx().set("Docs/PodborZakaza")).isPresent();
        assertThat(schema.schema().edmx().set("Tables/Ceny")).isPresent();
        assertThat(schema.schema().names().documentTypeName("PodborZakaza")).contains("ПодборЗаказа");
        assertThat(schema.declarations().tableUni("Цены")).isEqualTo("Ceny");
    }

    @Test
    void a_document_type_has_the_properties_of_a_recorded_one_in_its_order() throws IOException {
        Properties first;
        try (InputStream stream = Json.class.getResourceAsStream("/doctypes.json")) {
            byte[] recorded = stream.readAllBytes();
            first = Json.parseObject(Arrays.copyOfRange(recorded, BYTE_ORDER_MARK, recorded.length))
                    .objects("value")
                    .get(0);
        }

        DocumentType type = read(environment("<DocumentTypes><DocumentType name='НанесениеКМ'/></DocumentTypes>"))
                .documentTypes()
                .get(0);

        assertThat(type.properties().names()).startsWith(first.names().toArray(String[]::new));
    }

    @Test
    void flags_numbers_and_texts_come_as_json_has_them_and_what_is_left_out_has_its_default() {
        DocumentType type = read(environment(
                        "<DocumentTypes><DocumentType name='ПечатьШК' virtual='True' alias='Печать &lt;'"
                                + " removingDelay='5' needExchangeDataBeforeOpen='OnlyForServer'><Actions><Fields>"
                                + FIELD.formatted("Чужое", "String", "") + "</Fields></Actions>"
                                + "<InfoStrings><InfoString keyName='к' showEmpty='True'/></InfoStrings>"
                                + "</DocumentType></DocumentTypes>"))
                .documentTypes()
                .get(0);
        Properties json = type.properties();

        assertThat(type.uni()).isEqualTo("PechatShK");
        assertThat(type.virtual()).isTrue();
        assertThat(json.text("alias")).isEqualTo("Печать <");
        assertThat(json.decimal("removingDelay")).isEqualByComparingTo("5");
        assertThat(json.text("needExchangeDataBeforeOpen")).isEqualTo("OnlyForServer");
        assertThat(json.flag("cyclic")).isFalse();
        assertThat(json.text("visible")).isNull();
        assertThat(json.objects("infoStrings").get(0).flag("showEmpty")).isTrue();
        assertThat(json.objects("fields"))
                .as("fields of an action are none of the type's")
                .isEmpty();
    }

    @Test
    void a_virtual_type_has_no_set_of_documents() {
        ComponentSchema schema = read(environment("<DocumentTypes><DocumentType name='ПечатьШК' virtual='True'/>"
                + "<DocumentType name='Приход'/></DocumentTypes>"));

        assertThat(schema.schema().edmx().set("Docs/PechatShK")).isEmpty();
        assertThat(schema.schema().edmx().set("Docs/Prihod")).isPresent();
    }

    @Test
    void indexes_and_sides_of_a_table_are_told() {
        TableInfo table = read(environment(
                        "<Tables><DocumentTableInfo name='Цены' serverSide='True' searchOrder='Server|Erp'"
                                + " isSQLTable='True' updatePeriod='60'><Fields>"
                                + FIELD.formatted("Код", "String", " isSQLIndex='True' isSQLKeyIndex='True'")
                                + "</Fields></DocumentTableInfo></Tables>"))
                .tables()
                .get(0);

        assertThat(table.fields().get(0).keyIndex()).isTrue();
        assertThat(table.fields().get(0).uni()).isEqualTo("Kod");
        assertThat(table.properties().flag("issqlTable")).isTrue();
        assertThat(table.properties().texts("searchOrder")).containsExactly("Server", "Erp");
    }

    @Test
    void fields_are_declared_for_documents_lines_rows_and_products() {
        ComponentSchema schema = read(environment("<DocumentTypes><DocumentType name='Приход'><Columns>"
                + FIELD.formatted("Серия", "String", "") + "</Columns><Fields>"
                + FIELD.formatted("Номер", "Int32", "") + "</Fields><Tables><DocumentTableInfo name='Доки'><Fields>"
                + FIELD.formatted("Сумма", "Double", "") + "</Fields></DocumentTableInfo></Tables>"
                + "</DocumentType></DocumentTypes><ProductSchema><Fields>" + FIELD.formatted("Цена", "Decimal", "")
                + "</Fields></ProductSchema>"));

        Map<FieldOwner, String> expected = Map.of(
                new FieldOwner.DocumentHeader("Prihod"), "Номер",
                new FieldOwner.DocumentLines("Prihod"), "Серия",
                new FieldOwner.TableRows("Doki"), "Сумма",
                new FieldOwner.Products(), "Цена");
        expected.forEach(
                (owner, name) -> assertThat(schema.declarations().fields(owner).declared())
                        .extracting(field -> field.name())
                        .containsExactly(name));
        assertThat(schema.schema()
                        .fields(new FieldOwner.Products())
                        .orElseThrow()
                        .type("cena"))
                .contains("Decimal");
        assertThat(schema.declarations()
                        .fields(new FieldOwner.TableRows("Netu"))
                        .declared())
                .isEmpty();
    }

    @Test
    void odd_names_of_a_base_do_not_keep_it_from_being_read() throws IOException {
        ComponentSchema schema = read(Files.readString(Path.of("lab", "seed-odd", "environment.xml")));

        assertThat(schema.documentTypes()).hasSizeGreaterThan(50);
        assertThat(schema.schema().edmx().sets()).isNotEmpty();
    }

    @Test
    void products_are_on_the_device_where_nothing_is_said_of_their_sides() {
        Properties products =
                read(environment("<ProductSchema/>")).products().orElseThrow().properties();

        assertThat(products.flag("deviceSide")).isTrue();
        assertThat(products.texts("searchOrder")).containsExactly("Device");
    }

    @Test
    void property_by_property_the_same_schema_is_read_where_there_is_no_xml() {
        AutomationObject environment = objects();

        ComponentSchema byProperties = SchemaReading.of(environment, object -> null);

        ComponentSchema byXml = read(environment("<DocumentTypes><DocumentType name='Приход' cyclic='True'"
                + " needExchangeDataBeforeOpen='Yes'><Fields>" + FIELD.formatted("Номер", "Int32", "")
                + "</Fields></DocumentType></DocumentTypes><Warehouses><Warehouse id='1' name='Склад'/></Warehouses>"
                + "<ProductSchema documentProductsSavingMode='No' deviceSide='True'/>"));
        assertThat(byProperties.documentTypes()).isEqualTo(byXml.documentTypes());
        assertThat(byProperties.warehouses()).isEqualTo(byXml.warehouses());
        assertThat(byProperties.products()).isEqualTo(byXml.products());
    }

    @Test
    void property_by_property_serves_too_where_the_xml_is_broken_or_refused() {
        assertThat(SchemaReading.of(objects(), object -> "<Environment><DocumentTypes>")
                        .documentTypes())
                .hasSize(1);
        assertThat(SchemaReading.of(objects(), object -> "<ArrayOfThings/>").documentTypes())
                .hasSize(1);
        assertThat(SchemaReading.of(objects(), object -> {
                            throw new ComFailure("ToXml", ScriptedObject.THROWN, null, null);
                        })
                        .documentTypes())
                .hasSize(1);
    }

    @Test
    void a_component_that_is_gone_is_not_asked_on() {
        ComFailure gone = new ComFailure("ToXml", 0x800706BA, null, null);
        assertThatThrownBy(() -> SchemaReading.of(objects(), object -> {
                    throw gone;
                }))
                .isSameAs(gone);
    }

    private static AutomationObject objects() {
        ScriptedObject field = new ScriptedObject()
                .with("FieldName", "Номер")
                .with("FieldType", "Int32")
                .with("Alias", "")
                .with("ValueTemplate", "")
                .with("EanAI", "None")
                .with("IsSQLIndex", "Cleverence.Warehouse.FieldInfo");
        ScriptedObject type = new ScriptedObject()
                .with("Name", "Приход")
                .with("Cyclic", true)
                .with("NeedExchangeDataBeforeOpen", "Yes")
                .failing("ButtonColor", 0x80020006)
                .with("Fields", ScriptedObject.collection(List.of(field)))
                .with("Columns", ScriptedObject.collection(List.of()))
                .with("Tables", ScriptedObject.collection(List.of()))
                .with("InfoStrings", ScriptedObject.collection(List.of()));
        ScriptedObject products = new ScriptedObject()
                .with("Fields", ScriptedObject.collection(List.of()))
                .with("DeviceSide", true)
                .with("DocumentProductsSavingMode", 2);
        ScriptedObject warehouse = new ScriptedObject().with("Id", "1").with("Name", "Склад");
        return new ScriptedObject()
                .with("DocumentTypes", ScriptedObject.collection(List.of(type)))
                .with("Tables", ScriptedObject.collection(List.of()))
                .with("Warehouses", ScriptedObject.collection(List.of(warehouse)))
                .with("ProductSchema", products);
    }

    private static ComponentSchema read(String xml) {
        return SchemaReading.of(new ScriptedObject(), object -> xml);
    }

    private static String environment(String inside) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Environment name=\"Склад 15\">" + inside + "</Environment>";
    }
}
