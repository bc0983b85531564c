package ru.smartsbridge.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.value.Json;

/** What is secret is in no recording, wherever it stands. */
class MaskTest {
    private final Mask mask = new Mask(Set.of("inn"));

    private String masked(String json, String path) throws IOException {
        byte[] bytes = json.replace('`', '"').getBytes(StandardCharsets.UTF_8);
        return new String(
                        Json.bytes(mask.of(Json.parse(new ByteArrayInputStream(bytes)), path)), StandardCharsets.UTF_8)
                .replace('"', '`');
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\1', textBlock = """
            Users; {`value`:[{`id`:`1`,`password`:`p`}]}; {`value`:[{`id`:`1`,`password`:`***`}]}
            Users; {`value`:[{`Password`:`p`}]}; {`value`:[{`Password`:`***`}]}
            Users; {`password`:null}; {`password`:null}
            DeviceInfo('1'); {`device`:{`pincode`:1234}}; {`device`:{`pincode`:`***`}}
            Tables/K; {`value`:[{`inn`:`77`,`name`:`n`}]}; {`value`:[{`inn`:`***`,`name`:`n`}]}
            Users('1')/password; {`value`:`p`}; {`value`:`***`}
            Users('1')/password/$value; `p`; `***`
            Users('1')/name; {`value`:`n`}; {`value`:`n`}
            session; {`access_token`:`t`,`expires_in`:5}; {`access_token`:`***`,`expires_in`:5}
            """)
    void values_of_secret_properties_are_masked(String path, String json, String expected) throws IOException {
        assertThat(masked(json, path)).isEqualTo(expected);
    }

    @Test
    void texts_that_a_query_compares_secrets_with_are_masked_and_no_others() {
        assertThat(mask.query("$filter=password eq 'p''w' and name eq 'n'&$top=1"))
                .doesNotContain("p''w")
                .contains("password eq '***'", "name eq 'n'", "$top=1");
        assertThat(mask.query("$filter=password%20eq%20%27pw%27"))
                .doesNotContain("pw%27")
                .contains("***");
        assertThat(mask.query("$filter=name eq 'password'")).isEqualTo("$filter=name eq 'password'");
    }

    @Test
    void a_body_that_is_no_json_stays_as_it_is() {
        byte[] text = "plain".getBytes(StandardCharsets.UTF_8);
        assertThat(mask.body(text, "text/plain", "Users/$count")).isSameAs(text);
    }
}
