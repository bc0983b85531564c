package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;

/** Entities there and back, as XML and property by property. */
class BothWaysTest {
    static final FieldOwner PRODUCTS = new FieldOwner.Products();
    static final FieldOwner ROWS = new FieldOwner.TableRows("Ostatki");
    static final FieldOwner DOCUMENTS = new FieldOwner.DocumentHeader("Priemka");
    static final TestDeclarations DECLARATIONS = new TestDeclarations()
            .with(
                    PRODUCTS,
                    "Цена",
                    "Decimal",
                    "Вес",
                    "Double",
                    "Марка",
                    "String",
                    "Флаг",
                    "Boolean",
                    "Срок",
                    "DateTime")
            .with(ROWS, "Код", "String", "Длинное", "Int64", "Целое", "Int32", "Количество", "Double")
            .with(DOCUMENTS, "Вид процесса", "Double", "Номер", "String")
            .with(new FieldOwner.DocumentLines("Priemka"), "Серия", "String", "1-й сорт", "Boolean");

    static final String PRODUCT = "{'id':'1','name':'ё \\u001d<&>\\\"\\t\\n\\r\\u0000\\ufffe \\ud83d\\ude00 ',"
            + "'unitId':'шт','unitConvertionRate':0.1,'barcode':'','basePackingId':'шт','marking':'М','versionNumber':3,"
            + "'cena':12.50,'ves':2.0,'marka':'\\u001d','flag':true,'srok':'2025-06-16T09:58:43.834+03:00',"
            + "'packings':[{'name':'штука','selfWeight':0.25,'selfVolume':0.0,'unitsQuantity':12.5,'barcode':'b',"
            + "'barcodes':[],'id':'шт','marking':'','cena':0.10}],'classificatorIds':['a',' b\\u0001 ','']}";

    static final String LINE = "{'uid':'l1','createdBy':'Device','productId':'1','declaredQuantity':5,"
            + "'currentQuantity':0.1,'currentQuantityWithBinding':0.1,'firstStorageId':'A','secondStorageId':'B',"
            + "'firstStorageBarcode':'A','secondStorageBarcode':'C','firstCellId':'A','secondCellId':'C',"
            + "'packingId':'шт','sscc':'00123','registeredDate':'2025-06-01T08:00:00+03:00',"
            + "'registrationDate':'2025-06-01T08:00:00+03:00','index':0,'expiredDate':'0001-01-01T00:00:00',"
            + "'packing':null,'pallet':null,'bindedLineUid':'p1','productName':'','productMarking':'',"
            + "'productBarcode':'','packingName':'','packingUnitsQuantity':0,'seriya':'А-1','1-jSort':false}";

    /** The line that {@link #LINE} is bound to: without it the component does not answer which that is [run]. */
    static final String PLAN =
            LINE.replace("'uid':'l1'", "'uid':'p1'").replace("'bindedLineUid':'p1'", "'bindedLineUid':null");

    static final String DOCUMENT = "{'id':'d1','name':'Док','appointment':'Все','userId':'u','userName':'И',"
            + "'lastChangeDate':'2023-03-15T12:00:00+03:00','createDate':'2025-06-16T09:58:43.752+03:00',"
            + "'createdOnPDA':false,'documentTypeName':'Приемка','modified':true,'inProcess':false,'finished':true,"
            + "'warehouseId':'1','barcode':null,'priority':2,'description':'о','distributeByBarcode':true,"
            + "'autoAppointed':false,'serverHosted':true,'deviceId':'','deviceName':'','deviceIP':'',"
            + "'licenseStatus':0,'vidProcessa':1.0,'nomer':' ','states':[{'modified':true,"
            + "'modifiedDate':'2025-06-16T09:58:43+03:00','inProcess':false,'inProcessDate':'0001-01-01T00:00:00',"
            + "'finished':true,'finishedDate':'2025-06-16T09:59:00+03:00','processingTime':'PT0S','userId':'u'}],"
            + "'declaredItems':[" + PLAN + "],'currentItems':[" + LINE + "],'tables':[{'name':'Остатки','version':'',"
            + "'lastChangeDate':'0001-01-01T00:00:00','searchOrder':[],'rows':[]}]}";

    private final EntityMapping mapping = new ComponentMapping(DECLARATIONS, ZoneId.of("Europe/Moscow"));
    private final MemoryComponent component = new MemoryComponent();

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_product_comes_back_as_it_was_sent(Way way) throws IOException {
        Properties product = json(PRODUCT);
        assertThat(there_and_back(way, ComponentClass.PRODUCT, PRODUCTS, product))
                .isEqualTo(product);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_document_with_lines_states_and_tables_comes_back_as_it_was_sent(Way way) throws IOException {
        Properties document = json(DOCUMENT);
        assertThat(there_and_back(way, ComponentClass.DOCUMENT, DOCUMENTS, document))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void what_a_client_left_out_has_the_defaults_of_a_new_object(Way way) throws IOException {
        Properties packing = there_and_back(
                        way, ComponentClass.PRODUCT, PRODUCTS, json("{'id':'1','packings':[{'id':'шт'}]}"))
                .objects("packings")
                .get(0);
        assertThat(packing.decimal("unitsQuantity")).isEqualByComparingTo("1");

        Properties document = there_and_back(
                way, ComponentClass.DOCUMENT, DOCUMENTS, json("{'id':'1','currentItems':[{'productId':'1'}]}"));
        assertThat(document.text("createDate")).matches("\\d{4}-.*\\+03:00");
        Properties line = document.objects("currentItems").get(0);
        assertThat(line.text("createdBy")).isEqualTo("ERP");
        assertThat(line.text("uid")).hasSize(36);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_flag_of_a_document_becomes_a_state_of_nobody(Way way) throws IOException {
        Properties document = there_and_back(
                way, ComponentClass.DOCUMENT, DOCUMENTS, json("{'id':'1','finished':true,'inProcess':false}"));
        assertThat(document.flag("finished")).isTrue();
        assertThat(document.flag("inProcess")).isFalse();
        assertThat(document.objects("states")).singleElement().satisfies(state -> {
            assertThat(state.flag("finished")).isTrue();
            assertThat(state.text("userId")).isEmpty();
            assertThat(state.text("finishedDate")).doesNotStartWith("0001");
        });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_place_that_is_told_by_its_obsolete_name_alone_has_all_its_names(Way way) throws IOException {
        Properties line = there_and_back(
                        way, ComponentClass.DOCUMENT, DOCUMENTS, json("{'currentItems':[{'firstCellId':'Я1'}]}"))
                .objects("currentItems")
                .get(0);
        assertThat(List.of(line.text("firstCellId"), line.text("firstStorageBarcode"), line.text("firstStorageId")))
                .containsOnly("Я1");
    }

    @Test
    void what_xml_alone_carries_comes_back_too() throws IOException {
        Properties document = json(DOCUMENT.replace("PT0S", "P1DT2H3M4.5S".replace("P1DT2H", "PT26H"))
                .replace("'version':''", "'version':'7'")
                .replace(
                        "'rows':[]",
                        "'rows':[{'uid':'r1','index':0,'kod':'','dlinnoe':9007199254740993,'celoe':-5,"
                                + "'kolichestvo':1.0}]")
                .replace("43.752", "43.7526682"));
        assertThat(there_and_back(Way.XML, ComponentClass.DOCUMENT, DOCUMENTS, document))
                .isEqualTo(document);
    }

    @Test
    void a_row_built_by_properties_keeps_its_uid() throws IOException {
        Properties row = json("{'uid':'mine','index':0,'kod':'К','dlinnoe':5000000000,'kolichestvo':0.5}");
        assertThat(there_and_back(Way.PROPERTIES, ComponentClass.ROW, ROWS, row))
                .isEqualTo(row);
    }

    @Test
    void rows_are_numbered_as_they_are_read() throws IOException {
        List<Properties> rows = List.of(json("{'uid':'a','index':7}"), json("{'uid':'b'}"), json("{'uid':'c'}"));
        String xml = mapping.collectionXml(ComponentClass.ROW, ROWS, rows);
        List<String> read = new ArrayList<>();
        try (EntityMapping.XmlEntities entities = mapping.read(
                ComponentClass.ROW, ROWS, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            entities.forEachRemaining(row -> read.add(row.text("uid") + row.decimal("index")));
        }
        assertThat(read).containsExactly("a0", "b1", "c2");
    }

    @Test
    void a_field_that_nobody_declared_keeps_its_value_by_the_type_it_has() throws IOException {
        Properties cell = json("{'id':'1','barcode':'Я','name':'','description':null,'text':'','whole':5,"
                + "'long':-5000000000,'decimal':1.50,'flag':false,'nothing':null}");
        FieldOwner cells = new FieldOwner.Undeclared("Cell");
        assertThat(there_and_back(Way.XML, ComponentClass.CELL, cells, cell)).isEqualTo(cell);
        assertThat(there_and_back(Way.PROPERTIES, ComponentClass.CELL, cells, cell))
                .isEqualTo(cell);
    }

    @Test
    void numbers_that_are_not_finite_are_carried_in_the_words_of_either_side() throws IOException {
        for (String number : List.of("NaN", "INF", "-INF")) {
            Properties product = json("{'id':'1','ves':'" + number + "'}");
            for (Way way : Way.values()) {
                assertThat(there_and_back(way, ComponentClass.PRODUCT, PRODUCTS, product)
                                .text("ves"))
                        .isEqualTo(number);
            }
        }
    }

    private Properties there_and_back(Way way, ComponentClass type, FieldOwner owner, Properties entity) {
        mapping.requireCarried(type, owner, entity);
        if (way == Way.XML) {
            return mapping.read(type, owner, mapping.xml(type, owner, entity));
        }
        try (AutomationObject object = mapping.build(type, owner, entity, component)) {
            Properties read = mapping.read(type, owner, object);
            assertThat(component.open())
                    .as("objects besides the one that was built")
                    .isEqualTo(1);
            return read;
        }
    }

    static Properties json(String text) throws IOException {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try (var parser = Json.parser(new ByteArrayInputStream(bytes))) {
            Json.next(parser);
            return (Properties) Json.read(parser);
        }
    }
}
