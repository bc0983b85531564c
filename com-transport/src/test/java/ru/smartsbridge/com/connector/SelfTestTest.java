package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Way;

class SelfTestTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @TempDir
    private Path state;

    private final ScriptedComponent component = new ScriptedComponent();

    @Test
    void what_comes_back_equal_crosses_as_xml() {
        Ways ways = ways();

        assertThat(ComponentClass.values()).allMatch(type -> ways.of(type) == Way.XML);
        assertThat(ways.chosen(ComponentClass.PRODUCT).reason().in(Locale.ROOT)).contains("came back equal");
    }

    @Test
    void a_separator_that_is_lost_in_reading_has_the_properties_chosen_and_says_where() {
        component.toXml = xml -> xml.replace("\\u001D", "");

        Ways ways = ways();

        assertThat(ways.of(ComponentClass.PRODUCT)).isEqualTo(Way.PROPERTIES);
        assertThat(ways.chosen(ComponentClass.PRODUCT).reason().in(Locale.ROOT))
                .isEqualTo("name does not come back in the XML of an object made by properties");
        assertThat(ways.chosen(ComponentClass.PRODUCT).reason().in(RUSSIAN)).startsWith("свойство name");
        assertThat(ways.of(ComponentClass.WAREHOUSE)).as("has no separator").isEqualTo(Way.XML);
    }

    @Test
    void a_declared_field_that_is_lost_in_writing_concerns_its_class_alone() {
        component.fromXml = xml -> xml.replace("\"nomer\":42", "\"nomer\":0");

        Ways ways = ways();

        assertThat(ways.chosen(ComponentClass.DOCUMENT).reason().in(Locale.ROOT))
                .isEqualTo("nomer is missing or different in an object made from XML");
        assertThat(ways.of(ComponentClass.ROW)).isEqualTo(Way.XML);
        assertThat(ways.of(ComponentClass.PRODUCT)).isEqualTo(Way.XML);
    }

    @Test
    void elements_that_are_lost_are_counted() {
        component.fromXml = xml -> xml.replaceFirst("\\},\\{\"id\":\"2\".*\\}\\]\\}", "}]}");

        assertThat(ways().chosen(ComponentClass.CELL).reason().in(Locale.ROOT))
                .isEqualTo("of 2 elements in XML the component made 1");
    }

    @Test
    void an_empty_document_that_is_refused_concerns_documents() {
        component.fromXml = xml -> {
            if (xml.contains("\"declaredItems\":[]")) {
                throw new ComFailure("FromXml", ScriptedObject.THROWN, null, null);
            }
            return xml;
        };

        Ways ways = ways();

        assertThat(ways.of(ComponentClass.DOCUMENT)).isEqualTo(Way.PROPERTIES);
        assertThat(ways.chosen(ComponentClass.DOCUMENT).reason().in(Locale.ROOT))
                .contains("refused FromXml (0x80131604)");
        assertThat(ways.of(ComponentClass.PRODUCT)).isEqualTo(Way.XML);
    }

    @Test
    void a_component_that_refuses_xml_altogether_is_worked_with_by_properties() {
        component.more = connector -> connector.failing("FromXml", 0x80004005).failing("ToXml", ScriptedObject.THROWN);
        component.environment = null;

        assertThatThrownBy(this::ways)
                .as("neither XML nor the properties of the environment are to be had here")
                .isInstanceOf(ComFailure.class);

        component.environment = ScriptedComponent.ENVIRONMENT;
        component.more = connector -> connector.failing("FromXml", 0x80004005);
        Ways ways = ways();
        assertThat(ways.of(ComponentClass.PRODUCT)).isEqualTo(Way.PROPERTIES);
        assertThat(ways.of(ComponentClass.USER)).as("is only read").isEqualTo(Way.XML);
    }

    @Test
    void an_answer_that_nobody_expects_has_the_properties_chosen() {
        component.toXml = xml -> xml.startsWith("<") ? xml : "no XML at all";

        Ways ways = ways();

        assertThat(ComponentClass.values()).allMatch(type -> ways.of(type) == Way.PROPERTIES);
    }

    @Test
    void names_that_cannot_stand_in_xml_concern_their_owner_and_not_the_class() {
        component.environment = component.environment.replace(
                "<Tables>",
                "<Tables><DocumentTableInfo name='Т'><Fields>"
                        + "<FieldInfo fieldName='Поле с пробелом' fieldType='String'/></Fields></DocumentTableInfo>");
        assertThat(ways().of(ComponentClass.ROW)).isEqualTo(Way.XML);

        component.environment = component.environment.replace("'Код'", "'Код товара'");
        assertThat(ways().chosen(ComponentClass.ROW).reason().in(Locale.ROOT))
                .isEqualTo("no field names of the base can stand in XML");
    }

    @Test
    void a_base_that_declares_no_table_has_its_rows_cross_by_properties() {
        component.environment = "<Environment/>";

        assertThat(ways().chosen(ComponentClass.ROW).reason().in(Locale.ROOT))
                .isEqualTo("the base declares nothing to try it with");
    }

    @Test
    void a_component_that_is_gone_ends_the_connecting() {
        component.fromXml = xml -> {
            throw new ComFailure("FromXml", 0x800706BA, null, null);
        };

        assertThatThrownBy(this::ways).isInstanceOf(ComFailure.class);
        assertThat(component.connectors).allMatch(ScriptedObject::isClosed);
    }

    @Test
    void many_types_with_the_same_fields_are_tried_once() {
        String type = component.environment.replaceFirst("(?s).*(<DocumentType .*</DocumentType>).*", "$1");
        component.environment = "<Environment><DocumentTypes>"
                + IntStream.range(0, 500)
                        .mapToObj(i -> type.replace("Приход", "Приход" + i))
                        .collect(Collectors.joining())
                + "</DocumentTypes></Environment>";

        ways();

        assertThat(component.calls.stream().filter("FromXml"::equals).count()).isLessThan(10);
    }

    private Ways ways() {
        BaseSettings settings = new BaseSettings("main", ZoneId.of("Europe/Moscow"), state, Map.of("connection", "b1"));
        try (ComSession session =
                new SessionOpener(ConnectionSettings.of(settings), MirrorMapping::new).open(component)) {
            return session.ways();
        }
    }
}
