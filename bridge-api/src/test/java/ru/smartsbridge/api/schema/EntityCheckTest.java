package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class EntityCheckTest {
    private static final FieldOwner HEADER = new FieldOwner.DocumentHeader("PrihodNaSklad");
    private static final FieldOwner ANY = new FieldOwner.Undeclared("User");

    private static Schema schema;
    private static EntityCheck check;

    @BeforeAll
    static void withSomeDeclaredFields() throws IOException {
        schema = Recorded.schema(Map.of(
                HEADER,
                new FieldSet(Map.of("vidProcessa", "Double", "dataVvoza", "DateTime", "prosmotreno", "")),
                new FieldOwner.DocumentLines("PrihodNaSklad"),
                new FieldSet(Map.of("seriya", "String")),
                new FieldOwner.Products(),
                new FieldSet(Map.of("cena", "Decimal", "artikul", "String"))));
        check = new EntityCheck(schema, ZoneId.of("Europe/Moscow"));
    }

    private static Properties json(String text) throws IOException {
        return (Properties)
                Json.parse(new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static StructuredType type(String name) {
        return schema.edmx().structured("Cleverence.Warehouse." + name).orElseThrow();
    }

    private static Properties document(String text) throws IOException {
        return check.entity(type("Document"), HEADER, json(text));
    }

    private static BridgeException refused(String type, FieldOwner owner, String text) throws IOException {
        Properties entity = json(text);
        BridgeException error =
                catchThrowableOfType(BridgeException.class, () -> check.entity(type(type), owner, entity));
        assertThat(error).as(text).isNotNull();
        assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
        return error;
    }

    @Test
    void what_a_real_server_gave_can_be_sent_back_unchanged() throws IOException {
        for (Map.Entry<String, Value> documents : Recorded.documents()) {
            for (Properties recorded : Recorded.documents().objects(documents.getKey())) {
                FieldOwner undeclared = new FieldOwner.DocumentHeader(documents.getKey());
                assertThat(check.entity(type("Document"), undeclared, recorded)).isEqualTo(recorded);
            }
        }
        assertThat(Recorded.documentTypes())
                .allSatisfy(
                        documentType -> assertThat(check.entity(type("DocumentType"), ANY, documentType.properties()))
                                .isEqualTo(documentType.properties()));
    }

    @Test
    void order_and_digits_stay() throws IOException {
        Properties sent =
                json("{'vidProcessa':1.0,'priority':7,'id':'1','declaredItems':[{'declaredQuantity':1.50,'uid':'a'}]}");
        assertThat(document(sent.toString().replace('"', '\''))).isEqualTo(sent);
    }

    @Test
    void a_wrong_type_is_named_with_its_path() throws IOException {
        assertThat(refused("Document", HEADER, "{'priority':'7'}").target()).hasValue("priority");
        assertThat(refused("Document", HEADER, "{'finished':0}").target()).hasValue("finished");
        assertThat(refused("Document", HEADER, "{'name':7}").target()).hasValue("name");
        assertThat(refused("Document", HEADER, "{'createDate':'вчера'}").target())
                .hasValue("createDate");
        assertThat(refused("Document", HEADER, "{'states':{}}").target()).hasValue("states");
        assertThat(refused("Document", HEADER, "{'declaredItems':[{'uid':'a'},{'declaredQuantity':'1'}]}")
                        .target())
                .hasValue("declaredItems[1].declaredQuantity");
        assertThat(refused("Product", new FieldOwner.Products(), "{'packings':['шт']}")
                        .target())
                .hasValue("packings[0]");
        assertThat(refused("User", ANY, "{'warehouseIds':['1',2]}").target()).hasValue("warehouseIds[1]");
    }

    @Test
    void a_number_that_nobody_can_compute_with_is_refused_with_its_place() throws IOException {
        BridgeException error = refused("Document", HEADER, "{'currentItems':[{'currentQuantity':1e60000000}]}");
        assertThat(error.target()).hasValue("currentItems[0].currentQuantity");
        assertThat(error.text().in(Locale.ROOT)).contains("too large", "1e60000000");
        assertThat(refused("Product", new FieldOwner.Products(), "{'cena':1e-401}")
                        .target())
                .hasValue("cena");
    }

    @Test
    void a_long_wrong_value_is_shown_by_its_beginning() throws IOException {
        BridgeException error = refused("Document", HEADER, "{'priority':'" + "я".repeat(100_000) + "'}");
        assertThat(error.text().in(Locale.ROOT)).hasSizeLessThan(300).contains("яяя", "…");
    }

    @Test
    void an_unknown_property_of_a_closed_type_is_refused_at_any_depth() throws IOException {
        assertThat(refused("Warehouse", ANY, "{'id':'1','adres':'x'}").target()).hasValue("adres");
        BridgeException nested = refused("Document", HEADER, "{'states':[{'modified':true},{'finishd':true}]}");
        assertThat(nested.target()).hasValue("states[1].finishd");
        assertThat(nested.text().in(Locale.ROOT)).contains("'finished'");
        assertThat(nested.text().in(Locale.forLanguageTag("ru"))).contains("«finished»");
    }

    @Test
    void an_additional_field_that_the_base_does_not_know_is_refused_with_the_nearest_one() throws IOException {
        BridgeException error = refused("Document", HEADER, "{'id':'1','vidProtsessa':1}");
        assertThat(error.target()).hasValue("vidProtsessa");
        assertThat(error.text().in(Locale.ROOT)).contains("'vidProtsessa'", "'vidProcessa'");
        assertThat(refused("Document", HEADER, "{'xyz':1}").text().in(Locale.ROOT))
                .doesNotContain("nearest");
        assertThat(refused("Document", HEADER, "{'declaredItems':[{'cena':1}]}").target())
                .hasValue("declaredItems[0].cena");
        assertThat(refused("Product", new FieldOwner.Products(), "{'packings':[{'tsena':1}]}")
                        .target())
                .hasValue("packings[0].tsena");
    }

    @Test
    void an_additional_field_has_the_type_that_the_base_declares() throws IOException {
        assertThat(refused("Document", HEADER, "{'vidProcessa':'1'}").target()).hasValue("vidProcessa");
        assertThat(refused("Product", new FieldOwner.Products(), "{'packings':[{'cena':'дорого'}]}")
                        .target())
                .hasValue("packings[0].cena");
        assertThat(document("{'vidProcessa':null,'prosmotreno':'что угодно'}").names())
                .containsExactly("vidProcessa", "prosmotreno");
        assertThat(document("{'prosmotreno':7}").decimal("prosmotreno")).isEqualTo("7");
    }

    @Test
    void where_the_base_declares_nothing_any_field_is_taken() throws IOException {
        Properties user = json("{'id':'1','lyuboePole':{'a':[1]}}");
        assertThat(check.entity(type("User"), ANY, user)).isEqualTo(user);
    }

    @Test
    void lines_and_packings_and_their_products_have_fields_of_their_own() throws IOException {
        String text =
                "{'vidProcessa':1,'declaredItems':[{'seriya':'A','packing':{'cena':1.5},'product':{'artikul':'x'},"
                        + "'bindedLine':{'seriya':'B'}}]}";
        assertThat(document(text)).isEqualTo(json(text));
        assertThat(refused("Document", HEADER, "{'declaredItems':[{'bindedLine':{'vidProcessa':1}}]}")
                        .target())
                .hasValue("declaredItems[0].bindedLine.vidProcessa");
    }

    @Test
    void a_date_without_an_offset_gets_the_bases_also_in_lines_and_fields() throws IOException {
        Properties checked = document("{'createDate':'2025-06-16T09:58:43.7526682','dataVvoza':'2025-01-01T00:00:00',"
                + "'declaredItems':[{'expiredDate':'0001-01-01T00:00:00','registeredDate':'2025-01-01T00:00:00'}]}");
        assertThat(checked.text("createDate")).isEqualTo("2025-06-16T09:58:43.7526682+03:00");
        assertThat(checked.text("dataVvoza")).isEqualTo("2025-01-01T00:00:00+03:00");
        Properties line = checked.objects("declaredItems").get(0);
        assertThat(line.text("expiredDate")).isEqualTo("0001-01-01T00:00:00");
        assertThat(line.text("registeredDate")).isEqualTo("2025-01-01T00:00:00+03:00");
    }

    @Test
    void null_is_taken_where_the_metadata_allows_it() throws IOException {
        assertThat(document("{'name':null,'declaredItems':null,'states':null}").names())
                .containsExactly("name", "declaredItems", "states");
        assertThat(refused("Document", HEADER, "{'priority':null}").target()).hasValue("priority");
        assertThat(refused("Document", HEADER, "{'declaredItems':[{'uid':null}]}")
                        .target())
                .hasValue("declaredItems[0].uid");
        assertThat(refused("User", ANY, "{'warehouseIds':[null]}").target()).hasValue("warehouseIds[0]");
    }

    @Test
    void a_member_of_an_enumeration_is_a_known_name_or_number() throws IOException {
        for (String member : List.of("'ERP'", "3", "0", "1.0")) {
            assertThat(document("{'declaredItems':[{'createdBy':" + member + "}]}")
                            .names())
                    .hasSize(1);
        }
        for (String wrong : List.of("'Erp'", "9", "'Server,ERP'", "''", "true", "1.5")) {
            BridgeException error = refused("Document", HEADER, "{'declaredItems':[{'createdBy':" + wrong + "}]}");
            assertThat(error.target()).hasValue("declaredItems[0].createdBy");
            assertThat(error.text().in(Locale.ROOT)).contains("Unknown, Server, Device, ERP");
        }
    }

    @Test
    void a_member_that_was_sent_as_a_number_is_written_by_its_name_as_the_base_would() throws IOException {
        Properties checked = document("{'declaredItems':[{'createdBy':3},{'createdBy':1.0}]}");
        assertThat(checked.objects("declaredItems"))
                .extracting(line -> line.text("createdBy"))
                .containsExactly("ERP", "Server");
    }

    @Test
    void members_of_flags_may_stand_together() throws IOException {
        Properties field = json("{'uni':'A','fieldOwners':'Product, Document'}");
        assertThat(check.entity(type("FieldInfo"), ANY, field)).isEqualTo(field);
        assertThat(check.entity(type("FieldInfo"), ANY, json("{'fieldOwners':96}"))
                        .decimal("fieldOwners"))
                .isEqualTo("96");
        assertThat(refused("FieldInfo", ANY, "{'fieldOwners':'Product,Tovar'}").target())
                .hasValue("fieldOwners");
    }

    @Test
    void control_information_of_an_answer_is_dropped_but_for_types() throws IOException {
        assertThat(document("{'@odata.context':'x','@odata.etag':'y','id':'1','vidProcessa@odata.type':'#Double',"
                                + "'declaredItems@odata.count':1,'declaredItems':[{'@odata.id':'z','uid':'a'}]}")
                        .toString())
                .isEqualTo("{\"id\":\"1\",\"vidProcessa@odata.type\":\"#Double\",\"declaredItems\":[{\"uid\":\"a\"}]}");
    }

    @Test
    void two_hundred_thousand_products_are_checked_in_seconds() throws IOException {
        Properties product = json(
                "{'id':'00000001','name':'Вода питьевая 0,5 л','unitConvertionRate':1.0,'barcode':'460',"
                        + "'basePackingId':'шт','marking':'A-1','versionNumber':1,'classificatorIds':['a','b'],'cena':10.50,"
                        + "'artikul':'A','packings':[{'id':'шт','name':'шт','unitsQuantity':1,'barcodes':['1','2'],'cena':1.0},"
                        + "{'id':'кор','name':'коробка','unitsQuantity':12.0,'selfWeight':0.5,'barcode':'461','cena':12}]}");
        StructuredType type = type("Product");
        FieldOwner owner = new FieldOwner.Products();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < 200_000; i++) {
            assertThat(check.entity(type, owner, product) == null).isFalse();
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        assertThat(spent / 1_000_000).as("milliseconds of processor time").isLessThan(10_000);
    }
}
