package ru.smartsbridge.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Schema;

/** What the schema is read from. */
class SchemaReadingTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private Transport transport;

    @BeforeEach
    void open() throws IOException {
        transport = Opened.at(SERVER.baseUrl() + "/api/v1/");
        byte[] metadata =
                SchemaReadingTest.class.getResourceAsStream("/metadata.xml").readAllBytes();
        SERVER.stubFor(get(urlEqualTo("/api/v1/$metadata")).willReturn(ok().withBody(metadata)));
        answer("DocTypes", "[]");
        answer("TablesInfo", "[]");
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/ProductSchema")).willReturn(okJson("{\"fields\":[]}")));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private static void answer(String set, String value) {
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/" + set))
                .willReturn(okJson("{\"@odata.context\":\"http://other/$metadata#x\",\"value\":" + value + "}")));
    }

    @Test
    void the_schema_tells_names_and_declared_fields_and_is_asked_once() throws IOException {
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/TablesInfo"))
                .willReturn(okJson("{\"value\":[{\"name\":\"Цены\",\"uni\":\"Ceny\","
                        + "\"fields\":[{\"fieldName\":\"Цена\",\"uni\":\"Cena\",\"fieldType\":\"Double\"}]}]}")));

        Schema schema = transport.schema(CALL);
        transport.schema(CALL);

        assertThat(schema.edmx().sets()).containsKey("Docs/PrihodNaSklad");
        assertThat(schema.names().tableUni("Цены")).isEqualTo("Ceny");
        assertThat(schema.fields(new FieldOwner.TableRows("Ceny")))
                .hasValueSatisfying(fields -> assertThat(fields.type("cena")).hasValue("Double"));
        SERVER.verify(1, getRequestedFor(urlEqualTo("/api/v1/$metadata")));
        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v1/DocTypes"))
                .withQueryParam("$expand", equalTo("fields,columns,tables($expand=fields)")));
    }

    @Test
    void a_server_that_refuses_to_expand_declares_nothing() throws IOException {
        byte[] types =
                SchemaReadingTest.class.getResourceAsStream("/doctypes.json").readAllBytes();
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/DocTypes"))
                .willReturn(status(400).withBody("{\"error\":{\"message\":\"no\"}}")));
        SERVER.stubFor(
                get(urlEqualTo("/api/v1/DocTypes")).willReturn(aResponse().withBody(types)));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/ProductSchema")).willReturn(status(501)));

        Schema schema = transport.schema(CALL);

        assertThat(schema.names().documentTypeUni("ПриходНаСклад")).isEqualTo("PrihodNaSklad");
        assertThat(schema.fields()).isEmpty();
    }
}
