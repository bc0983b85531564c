package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.smartsbridge.com.mapping.BothWaysTest.DOCUMENTS;
import static ru.smartsbridge.com.mapping.BothWaysTest.PRODUCTS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;

/** Numbers and texts of the component's XML, and XML that is not whole. */
class ValuesOfXmlTest {
    private final EntityMapping mapping = new ComponentMapping(BothWaysTest.DECLARATIONS, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "5, 5.0",
        "-0.5, -0.5",
        "0.1, 0.1",
        "0.10, 0.1",
        "1E+300, 1E+300",
        "1.79769313486231E+308, 1.79769313486231E+308",
        "100000000000000000000, 1E+20",
        "123456789012345, 123456789012345.0",
        "0.0000001, 1E-07",
        "0.30000000000000004, 0.30000000000000004"
    })
    void a_double_has_the_shortest_digits_that_are_it(String xml, String json) {
        Properties product = read("<Product id=\"1\" Double_Вес=\"" + xml + "\"></Product>");
        assertThat(product.get("ves")).contains(new Value.Number(json));
    }

    @Test
    void the_shortest_decimal_of_a_double_is_that_double() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Numbers.shortest(number).doubleValue())
                        .as("seed %d", seed)
                        .isEqualTo(number);
                Value shown = Numbers.shownR8(number);
                assertThat(((Value.Number) shown).decimal().doubleValue())
                        .as("seed %d", seed)
                        .isEqualTo(number);
            }
        }
        // of which Java before 19 prints more digits than there need be
        assertThat(Numbers.shownR8(2.0E-3)).isEqualTo(new Value.Number("0.002"));
        assertThat(Numbers.shownR8(1.1920928955078125E-7)).isEqualTo(new Value.Number("1.1920928955078125E-07"));
        assertThat(Numbers.shownR8(2.2E-322)).isEqualTo(new Value.Number("2.2E-322"));
    }

    @Test
    void a_declared_type_outdoes_that_of_the_value_where_the_value_is_one_of_it() {
        Properties product =
                read("<Product id=\"1\" Int32_Вес=\"5\" Вес2=\"a\" Марка=\"5\" Int32_Флаг=\"1\"></Product>");
        assertThat(product.get("ves")).contains(new Value.Number("5.0"));
        assertThat(product.get("marka")).contains(Value.text("5"));
        assertThat(product.get("flag")).contains(Value.number(1));
    }

    @Test
    void what_is_unknown_among_attributes_is_a_field_and_among_elements_is_nothing() {
        Properties product = read("<!-- x --><Product id=\"1\" pcnt=\"3\" Foo=\"6\"> <Pictures><Product id=\"2\"/>"
                + "</Pictures><Packings count=\"9\"><Packing id=\"шт\"/><Other/></Packings></Product>");
        assertThat(product.text("foo")).isEqualTo("6");
        assertThat(product.has("pcnt")).isFalse();
        assertThat(product.objects("packings")).hasSize(1);
    }

    @Test
    void a_field_that_hides_behind_a_property_of_the_class_does_not_show() {
        Properties product = read("<Product id=\"1\" name=\"n\" Name=\"q\" Цвет=\"1\" цвет=\"2\"></Product>");
        assertThat(product.text("name")).isEqualTo("n");
        assertThat(product.text("cvet")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 13, 0x1D, 0x85, 0x2028, 0xFFFE, 0xFFFF, 0x10FFFE, 0x10FFFF, 0x1F600, '<', '"'})
    void every_character_that_json_can_hold_comes_back(int character) {
        String text = " а" + Character.toString(character) + Character.toString(character) + "&#x0;\"б ";
        Properties product = Properties.builder()
                .put("id", text)
                .put("marka", text)
                .put("classificatorIds", List.of(Value.text(text)))
                .build();
        Properties read = read(mapping.xml(ComponentClass.PRODUCT, PRODUCTS, product));
        assertThat(read.text("id")).isEqualTo(text);
        assertThat(read.text("marka")).isEqualTo(text);
        assertThat(read.texts("classificatorIds")).containsExactly(text);
    }

    @Test
    void references_come_through_in_portions_of_any_size() throws IOException {
        String xml = "\uFEFFа&#x0;б&#65534;\uDBFF\uDFFE&#x10FFFE;&amp;&#x1D;&&#xFFFF;&#x;&#";
        for (int portion = 1; portion < 20; portion++) {
            StringWriter out = new StringWriter();
            try (ReferenceReader reader = new ReferenceReader(new StringReader(xml))) {
                char[] chars = new char[portion];
                for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
                    out.write(chars, 0, count);
                }
            }
            assertThat(ReferenceReader.original(out.toString()))
                    .isEqualTo("а\u0000б\uFFFE\uDBFF\uDFFE\uDBFF\uDFFE&amp;&#x1D;&\uFFFF&#x;&#");
        }
    }

    @Test
    void xml_that_breaks_off_anywhere_is_never_taken_for_whole() {
        List<Properties> documents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            documents.add(Properties.builder()
                    .put("id", "d" + i)
                    .put(
                            "currentItems",
                            List.of(Properties.builder().put("productId", "ё").build()))
                    .build());
        }
        byte[] xml = mapping.collectionXml(ComponentClass.DOCUMENT, DOCUMENTS, documents)
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < xml.length; length += 7) {
            InputStream broken = new ByteArrayInputStream(xml, 0, length);
            BridgeException failure = catchThrowableOfType(BridgeException.class, () -> drain(broken));
            assertThat(failure).as("of %d bytes %d", xml.length, length).isNotNull();
            assertThat(failure.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(failure.getMessage()).containsPattern("line \\d+, column \\d+");
        }
        assertThat(drain(new ByteArrayInputStream(xml))).isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_utf_8_are_damage() {
        byte[] xml = "<Product id=\"ё\"></Product>".getBytes(java.nio.charset.Charset.forName("windows-1251"));
        BridgeException failure = catchThrowableOfType(
                BridgeException.class,
                () -> mapping.read(ComponentClass.PRODUCT, PRODUCTS, new ByteArrayInputStream(xml))
                        .next());
        assertThat(failure.category()).isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void a_value_that_is_none_of_its_type_is_told_by_its_place_and_not_by_itself() {
        BridgeException failure = catchThrowableOfType(
                BridgeException.class, () -> read("<Product id=\"1\" versionNumber=\"secret\"></Product>"));
        assertThat(failure.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(failure.getMessage()).contains("versionNumber").doesNotContain("secret");
    }

    @Test
    void entities_of_other_names_inside_of_a_collection_are_not_entities() {
        String xml = "<CellsAccessor count=\"1\"><Cell id=\"1\"></Cell><CellTemplates count=\"1\"><CellTemplate>"
                + "<Cell id=\"x\"></Cell></CellTemplate></CellTemplates></CellsAccessor>";
        try (EntityMapping.XmlEntities cells = mapping.read(
                ComponentClass.CELL, PRODUCTS, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(cells.next().text("id")).isEqualTo("1");
            assertThat(cells.hasNext()).isFalse();
        }
    }

    @Test
    void a_field_whose_name_or_value_is_garbage_is_a_fault_of_the_component_and_nothing_stays_held() {
        ScriptedObject instead = new ScriptedObject();
        ComFailure failure =
                catchThrowableOfType(ComFailure.class, () -> product(new ScriptedObject().with("FieldName", instead)));
        assertThat(failure.hresult()).isEqualTo(ComFailure.UNEXPECTED_ANSWER);
        assertThat(instead.isClosed()).isTrue();

        BridgeException odd = catchThrowableOfType(
                BridgeException.class,
                () -> product(new ScriptedObject().with("FieldName", "unitId").with("Value", 5)));
        assertThat(odd.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(odd).hasMessageContaining("UnitId");
    }

    @Test
    void an_undeclared_field_that_is_read_and_written_back_keeps_its_name() {
        EntityMapping rewriting = mapping.forRewriting();
        Properties read = rewriting.read(
                ComponentClass.PRODUCT, PRODUCTS, "<Product id=\"1\" НигдеНеОбъявлено=\"да\"></Product>");
        assertThat(rewriting.xml(ComponentClass.PRODUCT, PRODUCTS, read)).contains(" НигдеНеОбъявлено=\"да\"");
        assertThat(mapping.xml(ComponentClass.PRODUCT, PRODUCTS, read)).doesNotContain("НигдеНеОбъявлено");
    }

    private Properties product(ScriptedObject field) {
        ScriptedObject product = new ScriptedObject().with("Fields", ScriptedObject.collection(List.of(field)));
        return mapping.read(ComponentClass.PRODUCT, PRODUCTS, product);
    }

    private int drain(InputStream xml) {
        try (EntityMapping.XmlEntities documents = mapping.read(ComponentClass.DOCUMENT, DOCUMENTS, xml)) {
            int count = 0;
            while (documents.hasNext()) {
                documents.next();
                count++;
            }
            return count;
        }
    }

    private Properties read(String xml) {
        return mapping.read(ComponentClass.PRODUCT, PRODUCTS, xml);
    }
}
