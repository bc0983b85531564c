package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.smartsbridge.com.mapping.BothWaysTest.DOCUMENTS;
import static ru.smartsbridge.com.mapping.BothWaysTest.PRODUCTS;
import static ru.smartsbridge.com.mapping.BothWaysTest.ROWS;
import static ru.smartsbridge.com.mapping.BothWaysTest.json;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;

/** What is refused before it is sent, and where. */
class CarriedTest {
    private final EntityMapping mapping = new ComponentMapping(BothWaysTest.DECLARATIONS, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'packings':[{},{'barcodes':['1']}]} | packings[1].barcodes",
                "{'quantityPolicy':{'a':1}} | quantityPolicy",
                "{'zavedomo':[1]} | zavedomo",
                "{'Double_X':'1'} | Double_X",
                "{'два слова':1} | два слова",
                "{'Name':'1'} | Name",
                "{'cena':79228162514264337593543950336} | cena",
                "{'cena':0.00000000000000000000000000001} | cena",
                "{'ves':79228162514264337593543950336} | ves",
                "{'packings':[{'unitsQuantity':0.0}]} | packings[0].unitsQuantity"
            })
    void what_a_product_has_no_place_for_is_unsupported_there(String product, String path) throws IOException {
        BridgeException refused = refusal(ComponentClass.PRODUCT, PRODUCTS, product);
        assertThat(refused.category()).isEqualTo(Category.UNSUPPORTED_HERE);
        assertThat(refused.target()).contains(path);
        assertThat(refused.text().in(Locale.forLanguageTag("ru"))).contains(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'currentItems':[{'pallet':{'barcode':'1'}}]} | currentItems[0].pallet",
                "{'declaredItems':[{'packing':{'id':'1'}}]} | declaredItems[0].packing",
                "{'createdOnPDA':true} | createdOnPDA",
                "{'notOpenedYet':true} | notOpenedYet",
                "{'tables':[{'searchOrder':['Server']}]} | tables[0].searchOrder",
                "{'combinedItems':[{'uid':'1'}]} | combinedItems"
            })
    void what_a_document_has_no_place_for_is_unsupported_there(String document, String path) throws IOException {
        BridgeException refused = refusal(ComponentClass.DOCUMENT, DOCUMENTS, document);
        assertThat(refused.category()).isEqualTo(Category.UNSUPPORTED_HERE);
        assertThat(refused.target()).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'createdOnPDA':false,'notOpenedYet':false,'combinedItems':[]}",
                "{'currentItems':[{'pallet':null,'packing':null,'index':0,'currentQuantity':3,'currentQuantityWithBinding':3.0}]}",
                "{'currentItems':[{'index':7,'currentQuantityWithBinding':1}]}",
                "{'tables':[{'searchOrder':[],'lastChangeDate':'0001-01-01T00:00:00+03:00','version':null,'rows':[{'index':0},{'index':2}]}]}",
                "{'distributeByBarcode':false,'autoAppointed':false,'states':null,'@odata.type':'#x'}",
                "{'finished':true,'states':[{'finished':true,'userId':'u'}]}",
                "{'declaredItems':[{'firstStorageBarcode':'A','firstCellId':'A','declaredQuantity':1e300}]}"
            })
    void what_says_no_more_than_its_absence_passes(String document) throws IOException {
        var entity = json(document);
        assertThatCode(() -> mapping.requireCarried(ComponentClass.DOCUMENT, DOCUMENTS, entity))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'unitConvertionRate':1e309} | unitConvertionRate",
                "{'ves':-1.7976931348623157E+308} | ves",
                "{'versionNumber':2147483648} | versionNumber",
                "{'flag':'да'} | flag",
                "{'srok':'2025-13-01T00:00:00'} | srok",
                "{'srok':'9999-12-31T23:59:59-12:00'} | srok",
                "{'marka':1} | marka",
                "{'packings':[{'unitsQuantity':'много'}]} | packings[0].unitsQuantity",
                "{'packings':[5]} | packings[0]",
                "{'classificatorIds':['a',null]} | classificatorIds[1]"
            })
    void a_value_beyond_its_type_is_invalid_there(String product, String path) throws IOException {
        BridgeException refused = refusal(ComponentClass.PRODUCT, PRODUCTS, product);
        assertThat(refused.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused.target()).contains(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'distributeByBarcode':true,'autoAppointed':true} | autoAppointed",
                "{'finished':false,'states':[{'finished':true}]} | finished",
                "{'currentItems':[{'firstStorageBarcode':'A','firstCellId':'B'}]} | currentItems[0].firstCellId",
                "{'currentItems':[{'createdBy':'Nobody'}]} | currentItems[0].createdBy",
                "{'states':[{'processingTime':'soon'}]} | states[0].processingTime"
            })
    void two_names_of_one_value_that_differ_are_invalid(String document, String path) throws IOException {
        BridgeException refused = refusal(ComponentClass.DOCUMENT, DOCUMENTS, document);
        assertThat(refused.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused.target()).contains(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'autoAppointed':true} | {'distributeByBarcode':false}",
                "{'distributeByBarcode':false} | {'autoAppointed':true}",
                "{'finished':false} | {'finished':false}",
                "{'inProcess':true} | {'inProcess':true,'finished':true}",
                "{'states':[{'modified':true}]} | {'modified':true,'finished':false}",
                "{'name':'новое'} | {'name':'новое','finished':true,'distributeByBarcode':true}"
            })
    void what_a_client_changes_by_one_name_is_changed_by_all(String changes, String shown) throws IOException {
        var there = json("{'id':'1','distributeByBarcode':true,'autoAppointed':false,'finished':true,'inProcess':false,"
                + "'modified':false,'states':[{'finished':true,'userId':'u'}]}");
        var changed = EntityMapping.changed(ComponentClass.DOCUMENT, there, json(changes));
        mapping.requireCarried(ComponentClass.DOCUMENT, DOCUMENTS, changed);
        var read = mapping.read(
                ComponentClass.DOCUMENT, DOCUMENTS, mapping.xml(ComponentClass.DOCUMENT, DOCUMENTS, changed));
        assertThat(read.asMap()).containsAllEntriesOf(json(shown).asMap());
    }

    @Test
    void the_largest_numbers_of_each_type_pass() throws IOException {
        var row = json("{'dlinnoe':-9223372036854775808,'celoe':2147483647,'kolichestvo':1.79e308}");
        mapping.requireCarried(ComponentClass.ROW, ROWS, row);
        var product = json("{'cena':-79228162514264337593543950335,'ves':5e-324}");
        mapping.requireCarried(ComponentClass.PRODUCT, PRODUCTS, product);
        assertThat(mapping.xml(ComponentClass.PRODUCT, PRODUCTS, product))
                .contains("Decimal_Цена=\"-79228162514264337593543950335\"");
    }

    @Test
    void a_batch_that_was_not_looked_through_is_refused_all_the_same() throws IOException {
        var row = json("{'celoe':5000000000}");
        BridgeException refused =
                catchThrowableOfType(BridgeException.class, () -> mapping.xml(ComponentClass.ROW, ROWS, row));
        assertThat(refused.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(refused.target()).contains("celoe");
    }

    @ParameterizedTest
    @CsvSource({
        "Цена, true",
        "Кол-во, true",
        "_1, true",
        "Поле с пробелом, false",
        "1цифра, false",
        "Цена (руб.), false",
        "'', false",
        "а:б, false",
        "xmlns, false",
        "Double_X, false",
        "Marking, false",
        "pcnt, false",
        "String_X, true"
    })
    void a_name_stands_in_xml_where_it_can_be_told_from_all_others(String name, boolean stands) {
        Declarations declared = new TestDeclarations().with(PRODUCTS, "Цвет", "String", name, "String");
        assertThat(new ComponentMapping(declared, ZoneOffset.UTC).standsInXml(ComponentClass.PRODUCT, PRODUCTS))
                .isEqualTo(stands);
    }

    @Test
    void names_that_differ_in_case_alone_do_not_stand_and_in_elements_any_name_does() {
        Declarations twice = new TestDeclarations().with(PRODUCTS, "Цвет", "String", "ЦВЕТ", "String");
        assertThat(new ComponentMapping(twice, ZoneOffset.UTC).standsInXml(ComponentClass.PRODUCT, PRODUCTS))
                .isFalse();
        Declarations odd = new TestDeclarations().with(DOCUMENTS, "1 поле <&\">", "String");
        assertThat(new ComponentMapping(odd, ZoneOffset.UTC).standsInXml(ComponentClass.DOCUMENT, DOCUMENTS))
                .isTrue();
    }

    private BridgeException refusal(ComponentClass type, FieldOwner owner, String entity) throws IOException {
        var sent = json(entity);
        BridgeException refused =
                catchThrowableOfType(BridgeException.class, () -> mapping.requireCarried(type, owner, sent));
        assertThat(refused).as("%s is refused", entity).isNotNull();
        return refused;
    }
}
