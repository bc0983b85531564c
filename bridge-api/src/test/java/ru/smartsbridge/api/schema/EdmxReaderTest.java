package ru.smartsbridge.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class EdmxReaderTest {
    private static final EdmType PRODUCTS = new EdmType("Cleverence.Warehouse.Product", true);
    private static final EdmType DOCUMENT = new EdmType("Cleverence.Warehouse.Document", false);

    private static Edmx edmx;

    @BeforeAll
    static void readTheRecordedMetadata() throws IOException {
        edmx = Recorded.edmx();
    }

    private static StructuredType type(String name) {
        return edmx.structured("Cleverence.Warehouse." + name).orElseThrow();
    }

    @Test
    void the_sets_and_singletons_are_those_of_the_document() {
        assertThat(edmx.sets()).hasSize(52).containsKeys("Docs", "Docs/PrihodNaSklad", "Tables/Ceny", "CustomSettings");
        assertThat(edmx.sets().values().stream().filter(SetInfo::singleton))
                .extracting(SetInfo::name)
                .containsExactly("ExtendedFields", "BaseInfo");
        assertThat(edmx.set("docs/prihodnasklad").map(SetInfo::name)).hasValue("Docs/PrihodNaSklad");
        assertThat(edmx.set("Tovary")).isEmpty();
    }

    @Test
    void every_set_has_a_type_and_every_property_one_that_is_known() {
        for (SetInfo set : edmx.sets().values()) {
            StructuredType type = edmx.typeOf(set);
            Stream.concat(type.properties().values().stream(), type.navigations().values().stream())
                    .map(EdmProperty::type)
                    .forEach(property -> assertThat(property.primitive()
                                    || edmx.structured(property.name()).isPresent()
                                    || edmx.enumeration(property.name()).isPresent())
                            .as("%s in %s", property, type.name())
                            .isTrue());
        }
    }

    @Test
    void a_type_tells_key_openness_properties_and_navigations() {
        StructuredType document = type("Document");
        assertThat(document.open()).isTrue();
        assertThat(document.key()).containsExactly("id");
        assertThat(document.properties().keySet()).startsWith("id", "name", "appointment");
        assertThat(document.property("ID").map(EdmProperty::nullable)).hasValue(false);
        assertThat(document.property("name").map(EdmProperty::nullable)).hasValue(true);
        assertThat(document.navigation("declareditems").map(EdmProperty::type))
                .hasValue(new EdmType("Cleverence.Warehouse.DocumentItem", true));
        assertThat(document.navigation("id")).isEmpty();
        assertThat(type("Packing").key()).isEmpty();
        assertThat(type("Warehouse").open()).isFalse();
        assertThat(type("Product").property("packings").map(EdmProperty::type))
                .hasToString("Optional[Collection(Cleverence.Warehouse.Packing)]");
    }

    @Test
    void a_type_has_what_it_inherits() {
        assertThat(type("ReturnFieldInfo").key()).containsExactly("uni");
        assertThat(type("ReturnFieldInfo").properties()).containsKeys("uni", "fieldType", "returnNull");
    }

    @Test
    void enumerations_tell_their_members() {
        EnumType createdBy = edmx.enumeration("Cleverence.Warehouse.CreatedBy").orElseThrow();
        assertThat(createdBy.flags()).isFalse();
        assertThat(createdBy.members()).containsEntry("Unknown", 0L).containsEntry("ERP", 3L);
        assertThat(edmx.enumeration("Cleverence.Warehouse.FieldOwner").orElseThrow())
                .satisfies(owner -> assertThat(owner.flags()).isTrue())
                .satisfies(owner -> assertThat(owner.members()).containsEntry("Row", 64L));
    }

    @Test
    void actions_are_found_by_either_name_and_by_what_they_are_bound_to() {
        Action begin = edmx.action("BeginUploadProducts", PRODUCTS).orElseThrow();
        assertThat(edmx.action("default.beginuploadproducts", PRODUCTS)).hasValue(begin);
        assertThat(begin.parameters().keySet()).containsExactly("lschema", "rewriteProductsBook", "useFullTextSearch");
        assertThat(begin.parameters().get("lschema").type()).isEqualTo(new EdmType("Edm.String", true));
        assertThat(edmx.action("Block", DOCUMENT)).isPresent();
        assertThat(edmx.action("Block", PRODUCTS)).isEmpty();
        assertThat(edmx.action("EndUpdate", DOCUMENT).orElseThrow().parameters())
                .isEmpty();
        assertThat(edmx.action("EndUpdate", new EdmType("Cleverence.MobileSMARTS.API.V1.CellWrapper", true))
                        .orElseThrow()
                        .parameters())
                .containsKey("warehouseId");
    }

    @Test
    void the_document_is_kept_byte_for_byte_and_a_byte_order_mark_taken_off() throws IOException {
        byte[] document = Recorded.bytes("metadata.xml");
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marked.writeBytes(document);
        assertThat(EdmxReader.read(marked.toByteArray()).document()).isEqualTo(document);
        byte[] given = edmx.document();
        given[0] = 0;
        assertThat(edmx.document()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Not found</body></html>",
                "{\"error\":{}}",
                "<Edmx/>",
                "<Edmx><EntitySet Name=\"A\" EntityType=\"B\"/>",
                "<Edmx><Property Name=\"a\" Type=\"Edm.String\"/><EntitySet Name=\"A\" EntityType=\"B\"/></Edmx>",
                "<Edmx><Member Name=\"a\"/><EntitySet Name=\"A\" EntityType=\"B\"/></Edmx>",
                "<Edmx><EntityType Name=\"T\"><Property Name=\"a\"/></EntityType><EntitySet Name=\"A\" EntityType=\"B\"/></Edmx>",
                "<Edmx><EnumType Name=\"T\"><Member Name=\"a\" Value=\"x\"/></EnumType><EntitySet Name=\"A\" EntityType=\"B\"/></Edmx>",
                "<Edmx><EntityType Name=\"T\" BaseType=\"N.T\"/><EntitySet Name=\"A\" EntityType=\"B\"/></Edmx>",
                "<Edmx><EntitySet EntityType=\"B\"/></Edmx>",
                "<!DOCTYPE e [<!ENTITY a \"b\">]><Edmx><EntitySet Name=\"&a;\" EntityType=\"B\"/></Edmx>",
                "<!DOCTYPE e [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><Edmx><EntitySet Name=\"&a;\" EntityType=\"B\"/></Edmx>"
            })
    void what_is_no_metadata_is_the_backends_fault(String document) {
        String inNamespace = document.replace(
                "<EntityType Name=\"T\" BaseType", "<Schema Namespace=\"N\"/><EntityType Name=\"T\" BaseType");
        assertThatThrownBy(() -> EdmxReader.read(inNamespace.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED));
    }

    @Test
    void members_without_values_count_from_zero() {
        Edmx small = EdmxReader.read(("<Edmx><Schema Namespace=\"N\"><EnumType Name=\"E\"><Member Name=\"A\"/>"
                        + "<Member Name=\"B\"/></EnumType><EntityContainer><EntitySet Name=\"S\" EntityType=\"N.T\"/>"
                        + "</EntityContainer></Schema></Edmx>")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(small.enumeration("N.E").orElseThrow().members())
                .containsEntry("A", 0L)
                .containsEntry("B", 1L);
        assertThatThrownBy(() -> small.typeOf(small.sets().get("S"))).isInstanceOf(BridgeException.class);
        assertThat(List.copyOf(small.actions())).isEmpty();
    }
}
