package ru.smartsbridge.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;

/** What a base says of its API, read by the parser of those who made OpenAPI. */
class OpenApiTest {
    private static Bridge bridge;
    private static OpenAPI described;
    private static List<String> complaints;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        bridge = Bridge.start(folder, "default-base: main\nbases: { main: { sandbox: { store: memory } }, other: }\n");
        Client.Answer answer = new Client(bridge.origin()).send("GET", "/openapi.json", null, "Accept-Language", "ru");
        assertThat(answer.status()).isEqualTo(200);
        ParseOptions options = new ParseOptions();
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(answer.text(), null, options);
        described = result.getOpenAPI();
        complaints = result.getMessages();
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void is_valid_and_in_the_readers_language() {
        assertThat(complaints).isEmpty();
        assertThat(described.getInfo().getTitle()).isEqualTo("REST API Mobile SMARTS: база main");
        assertThat(described.getServers())
                .singleElement()
                .satisfies(server -> assertThat(server.getUrl()).isEqualTo("/main/api/v1"));
        Client.Answer other = new Client(bridge.origin()).get("/openapi.json?base=other");
        assertThat(other.text()).contains("\"title\":\"Mobile SMARTS REST API: base other\"");
        assertThat(new Client(bridge.origin()).get("/openapi.json?base=nosuch").status())
                .isEqualTo(404);
    }

    @Test
    void has_every_set_and_action_of_the_metadata() {
        for (SetInfo info : StandardMetadata.recorded().sets().values()) {
            PathItem item = described.getPaths().get("/" + info.name());
            assertThat(item).as(info.name()).isNotNull();
            assertThat(item.getGet()).as(info.name()).isNotNull();
        }
        for (Action action : StandardMetadata.recorded().actions()) {
            assertThat(described.getPaths().keySet())
                    .as(action.name())
                    .anyMatch(path -> path.endsWith("/" + action.name()));
        }
        assertThat(described.getPaths().values().stream()
                        .flatMap(item -> item.readOperations().stream())
                        .map(Operation::getOperationId))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(200);
    }

    @Test
    @SuppressWarnings("rawtypes") // the parser's own type
    void calls_document_types_tables_and_additional_fields_by_their_russian_names() {
        Map<String, Schema> schemas = described.getComponents().getSchemas();
        Schema<?> picking = schemas.get("Document.PodborZakaza");
        assertThat(picking.getTitle()).isEqualTo("ПодборЗаказа");
        assertThat(picking.getProperties()).containsKeys("id", "declaredItems");
        assertThat(schemas.get("DocumentItem.PodborZakaza")).isNotNull();
        assertThat(schemas.values().stream()
                        .flatMap(schema -> ((Map<?, ?>) schema.getProperties()).values().stream())
                        .map(property -> ((Schema<?>) property).getTitle()))
                .contains("Цена");
        assertThat(described.getTags()).anySatisfy(tag -> {
            assertThat(tag.getName()).isEqualTo("Docs/PodborZakaza");
            assertThat(tag.getDescription()).isEqualTo("ПодборЗаказа");
        });
    }
}
