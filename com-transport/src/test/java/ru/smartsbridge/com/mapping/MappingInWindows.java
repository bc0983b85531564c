package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.com.mapping.BothWaysTest.DOCUMENTS;
import static ru.smartsbridge.com.mapping.BothWaysTest.PRODUCTS;
import static ru.smartsbridge.com.mapping.BothWaysTest.ROWS;
import static ru.smartsbridge.com.mapping.BothWaysTest.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.jacob.OnApartment;

/** What the mapping writes and builds, put to a registered component and taken back; no base is needed. */
@ExtendWith(OnApartment.class)
class MappingInWindows {
    private final EntityMapping mapping = new ComponentMapping(BothWaysTest.DECLARATIONS, ZoneId.of("Europe/Moscow"));
    private final Automation automation = OnApartment.component();

    @Test
    void a_product_crosses_as_xml_and_comes_back_equal() throws IOException {
        Properties product = json(BothWaysTest.PRODUCT);
        assertThat(withoutEmpty(byXml(ComponentClass.PRODUCT, PRODUCTS, product)))
                .isEqualTo(withoutEmpty(product));
    }

    @Test
    void a_product_built_by_properties_reads_equal_as_xml_and_by_properties() throws IOException {
        Properties product = json(BothWaysTest.PRODUCT);
        assertThat(built(ComponentClass.PRODUCT, PRODUCTS, product))
                .allSatisfy(read -> assertThat(withoutEmpty(read)).isEqualTo(withoutEmpty(product)));
    }

    @Test
    void a_product_made_from_xml_reads_equal_by_properties() throws IOException {
        Properties product = json(BothWaysTest.PRODUCT);
        assertThat(fromXmlByProperties(ComponentClass.PRODUCT, PRODUCTS, product))
                .isEqualTo(product);
    }

    @Test
    void a_document_crosses_as_xml_and_comes_back_equal() throws IOException {
        Properties document = json(BothWaysTest.DOCUMENT
                .replace("PT0S", "PT26H3M4.5S")
                .replace("'version':''", "'version':'7'")
                .replace("'rows':[]", "'rows':[{'uid':'r1','index':0,'kod':'','dlinnoe':9007199254740993,'celoe':-5}]")
                .replace("43.752", "43.7526682"));
        assertThat(byXml(ComponentClass.DOCUMENT, DOCUMENTS, document)).isEqualTo(document);
    }

    @Test
    void a_document_built_by_properties_reads_equal_but_for_what_only_the_component_sets() throws IOException {
        Properties document = json(BothWaysTest.DOCUMENT);
        for (Properties read : built(ComponentClass.DOCUMENT, DOCUMENTS, document)) {
            assertThat(comparable(read)).isEqualTo(comparable(document));
        }
    }

    @Test
    void a_document_with_nothing_in_it_has_collections_that_can_be_touched() throws IOException {
        Properties document = json("{'id':'d1','documentTypeName':'Приемка'}");
        Properties read = fromXmlByProperties(ComponentClass.DOCUMENT, DOCUMENTS, document);
        assertThat(read.objects("declaredItems")).isEmpty();
        assertThat(read.objects("currentItems")).isEmpty();
        assertThat(read.objects("tables")).isEmpty();
        assertThat(read.text("createDate")).doesNotStartWith("0001");
    }

    @Test
    void every_row_of_a_batch_arrives() throws IOException {
        List<Properties> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(json("{'uid':'" + i + "','kod':'к\\u001d','dlinnoe':" + i + "}"));
        }
        String xml = mapping.collectionXml(ComponentClass.ROW, ROWS, rows);
        try (StorageConnector own = connector();
                AutomationObject collection = own.fromXml(xml)) {
            assertThat(collection.number(Member.of("Count"))).isEqualTo(100);
            try (AutomationObject last = collection.object(Member.of("Item"), 99)) {
                Properties read = mapping.read(ComponentClass.ROW, ROWS, last);
                assertThat(read.text("kod")).isEqualTo("к\u001d");
                assertThat(read.decimal("dlinnoe")).isEqualByComparingTo("99");
            }
        }
    }

    @Test
    void a_batch_of_products_of_any_texts_comes_back_equal() {
        RandomEntitiesTest random = new RandomEntitiesTest();
        List<Properties> products = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            products.add(random.productOfFewDigits(i));
        }
        String xml = mapping.collectionXml(ComponentClass.PRODUCT, PRODUCTS, products);
        try (StorageConnector own = connector();
                AutomationObject collection = own.fromXml(xml)) {
            byte[] back = own.toXml(collection).getBytes(StandardCharsets.UTF_8);
            try (EntityMapping.XmlEntities read =
                    mapping.read(ComponentClass.PRODUCT, PRODUCTS, new ByteArrayInputStream(back))) {
                for (Properties sent : products) {
                    // compared as written: what was left out has the same default on both sides
                    assertThat(mapping.xml(ComponentClass.PRODUCT, PRODUCTS, withoutEmpty(read.next())))
                            .as("seed %d", random.seed())
                            .isEqualTo(mapping.xml(ComponentClass.PRODUCT, PRODUCTS, withoutEmpty(sent)));
                }
                assertThat(read.hasNext()).isFalse();
            }
        }
    }

    @Test
    void a_cell_crosses_both_ways() throws IOException {
        Properties cell = json("{'id':'1','barcode':'Я','name':'','description':null,'zona':'А','nomer':5}");
        FieldOwner cells = new FieldOwner.Undeclared("Cell");
        assertThat(byXml(ComponentClass.CELL, cells, cell)).isEqualTo(cell);
        assertThat(built(ComponentClass.CELL, cells, cell)).containsExactly(cell, cell);
    }

    @Test
    void a_text_of_a_megabyte_crosses_as_xml() throws IOException {
        String text = "Ё\u001d<".repeat(350_000);
        Properties product = json(BothWaysTest.PRODUCT).with("name", Value.text(text));
        assertThat(withoutEmpty(byXml(ComponentClass.PRODUCT, PRODUCTS, product)))
                .isEqualTo(withoutEmpty(product));
    }

    /** Without empty texts, and names that are the id: the component does not write them as XML [run]. */
    private static Properties withoutEmpty(Properties entity) {
        Properties.Builder filled = Properties.builder();
        entity.forEach(property -> {
            Value value = property.getValue();
            boolean sameAsId =
                    property.getKey().equals("name") && entity.get("id").equals(Optional.of(value));
            if (value != Value.NULL && !value.equals(Value.text("")) && !sameAsId) {
                filled.put(property.getKey(), withoutEmpty(value));
            }
        });
        return filled.build();
    }

    private static Value withoutEmpty(Value value) {
        if (value instanceof Properties object) {
            return withoutEmpty(object);
        }
        return value instanceof Value.Items items
                ? Value.items(items.values().stream()
                        .map(MappingInWindows::withoutEmpty)
                        .toList())
                : value;
    }

    private StorageConnector connector() {
        return new StorageConnector(automation.create("Cleverence.Warehouse.StorageConnector"));
    }

    private Properties byXml(ComponentClass type, FieldOwner owner, Properties entity) {
        try (StorageConnector own = connector();
                AutomationObject object = own.fromXml(mapping.xml(type, owner, entity))) {
            return mapping.read(type, owner, own.toXml(object));
        }
    }

    private Properties fromXmlByProperties(ComponentClass type, FieldOwner owner, Properties entity) {
        try (StorageConnector own = connector();
                AutomationObject object = own.fromXml(mapping.xml(type, owner, entity))) {
            return mapping.read(type, owner, object);
        }
    }

    private List<Properties> built(ComponentClass type, FieldOwner owner, Properties entity) {
        try (StorageConnector own = connector();
                AutomationObject object = mapping.build(type, owner, entity, automation)) {
            return List.of(mapping.read(type, owner, own.toXml(object)), mapping.read(type, owner, object));
        }
    }

    /** Without the moment of the object's making, which cannot be put. */
    private static Properties comparable(Properties document) {
        return document.without("lastChangeDate");
    }
}
