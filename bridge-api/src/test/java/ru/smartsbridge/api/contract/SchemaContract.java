package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;

/** What a base says of itself. */
abstract class SchemaContract extends ContractPart {
    @Test
    void the_metadata_is_well_formed_and_tells_the_sets() throws Exception {
        byte[] document = schema().edmx().document();
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(document))
                        .getDocumentElement()
                        .getTagName())
                .endsWith("Edmx");
        assertThat(EdmxReader.read(document).sets().keySet())
                .isEqualTo(schema().edmx().sets().keySet())
                .contains(
                        "Docs",
                        "Docs/PrihodNaSklad",
                        "Docs/PodborZakaza",
                        "Products",
                        "Tables/Ceny",
                        "Tables/Kontragenty",
                        "Users",
                        "Warehouses",
                        "Cells");
    }

    @Test
    @Needs(value = Verb.LIST, on = SetKind.DOC_TYPES)
    void names_of_document_types_lead_to_their_uni_and_back() {
        Names names = schema().names();
        assertThat(list(EntitySet.DOC_TYPES, Query.ALL)).isNotEmpty().allSatisfy(type -> {
            assertThat(names.documentTypeUni(type.name())).isEqualTo(type.uni());
            assertThat(names.documentTypeName(type.uni())).hasValue(type.name());
        });
        assertThat(names.documentTypeName("PrihodNaSklad")).hasValue("ПриходНаСклад");
    }

    @Test
    @Needs(value = Verb.LIST, on = SetKind.TABLES_INFO)
    void names_of_tables_lead_to_their_uni_and_back() {
        Names names = schema().names();
        assertThat(list(EntitySet.TABLES_INFO, Query.ALL)).isNotEmpty().allSatisfy(table -> {
            assertThat(names.tableUni(table.name())).isEqualTo(table.uni());
            assertThat(names.tableName(table.uni())).hasValue(table.name());
        });
    }

    @Test
    @Needs(value = Verb.LIST, on = SetKind.DOC_TYPES)
    void the_schema_knows_the_fields_that_document_types_declare() {
        for (DocumentType type : list(EntitySet.DOC_TYPES, Query.ALL.withExpand("fields", "columns"))) {
            for (Properties field : type.properties().objects("fields")) {
                knows(new FieldOwner.DocumentHeader(type.uni()), field);
            }
            for (Properties field : type.properties().objects("columns")) {
                knows(new FieldOwner.DocumentLines(type.uni()), field);
            }
        }
    }

    @Test
    @Needs(value = Verb.LIST, on = SetKind.TABLES_INFO)
    void the_schema_knows_the_fields_that_tables_declare() {
        for (TableInfo table : list(EntitySet.TABLES_INFO, Query.ALL.withExpand("fields"))) {
            table.fields().forEach(field -> knows(new FieldOwner.TableRows(table.uni()), field.properties()));
        }
    }

    @Test
    @Needs(value = Verb.FIND, on = SetKind.PRODUCT_SCHEMA)
    void the_schema_knows_the_fields_that_products_declare() {
        found(EntitySet.PRODUCT_SCHEMA, "", Query.ALL.withExpand("fields"))
                .objects("fields")
                .forEach(field -> knows(new FieldOwner.Products(), field));
    }

    private void knows(FieldOwner owner, Properties field) {
        String property = Transliteration.property(field.text("uni"));
        assertThat(schema().fields(owner).flatMap(fields -> fields.type(property)))
                .as("%s of %s", property, owner)
                .isPresent();
    }

    @Test
    void the_base_tells_who_it_is() {
        BaseInfo info = transport().baseInfo(call());
        assertThat(info.id()).isNotBlank();
        assertThat(info.name()).isNotBlank();
    }

    @Test
    void the_base_tells_its_product_and_version() {
        needs(Equipment.VERSION);
        BaseInfo info = transport().baseInfo(call());
        assertThat(info.product()).isNotBlank();
        assertThat(info.version()).matches("\\d+(\\.\\d+)+.*");
        assertThat(transport().baseInfo(call())).isEqualTo(info);
    }

    @Test
    void the_description_says_what_stands_behind_and_no_secret() {
        String description = transport().description();
        assertThat(description).isNotBlank();
        base().secrets().forEach(secret -> assertThat(description).doesNotContain(secret));
    }

    @Test
    void what_is_missing_is_missing_for_a_reason_in_both_languages() {
        for (Verb verb : Verb.values()) {
            for (SetKind kind : SetKind.values()) {
                transport().capabilities().missing(verb, kind).ifPresent(reason -> {
                    assertThat(reason.in(Locale.ROOT)).isNotBlank();
                    assertThat(reason.in(Locale.forLanguageTag("ru"))).isNotBlank();
                });
            }
        }
        assertThat(transport().capabilities().missing(Verb.LIST, SetKind.DOCS)).isEmpty();
    }
}
