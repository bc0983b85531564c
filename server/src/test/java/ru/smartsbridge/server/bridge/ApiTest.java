package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/** What 1C sends is taken, and what it gets is what the server's API gives. */
class ApiTest {
    private static Bridge bridge;
    private static Client api;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        bridge = Bridge.start(
                folder,
                "bases: { main: { transport: sandbox, time-zone: Europe/Moscow, sandbox: { store: memory } } }\n");
        api = new Client(bridge.api());
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void the_metadata_and_the_list_of_sets_are_those_of_the_base() {
        Client.Answer metadata = api.get("/$metadata");
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.header("Content-Type")).startsWith("application/xml");
        assertThat(metadata.text()).contains("EntitySet Name=\"Docs/PrihodNaSklad\"");
        List<Properties> sets = api.get("/").value();
        assertThat(sets).extracting(set -> set.text("name")).contains("Docs/PrihodNaSklad", "Products", "BaseInfo");
        assertThat(api.get("").status()).isEqualTo(200);
    }

    @Test
    void every_answer_names_its_context_its_version_and_that_it_comes_from_a_sandbox() {
        Client.Answer answer = api.get("/Users?$top=1");
        assertThat(answer.json().text("@odata.context"))
                .isEqualTo(bridge.origin() + "/MobileSMARTS/api/v1/$metadata#Users");
        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        assertThat(answer.header("X-Smarts-Bridge-Base")).isEqualTo("sandbox");
        assertThat(answer.header("Content-Type")).contains("application/json").contains("charset=utf-8");
        assertThat(answer.header("X-Request-ID")).isNotBlank();
    }

    @Test
    void the_clients_own_request_id_is_kept() {
        assertThat(api.send("GET", "/Users", null, "X-Request-ID", "1c-0001").header("X-Request-ID"))
                .isEqualTo("1c-0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/BaseInfo",
                "/DocTypes",
                "/TablesInfo",
                "/Users",
                "/Warehouses",
                "/Docs",
                "/Products",
                "/Cells",
                "/Tables/Ceny",
                "/ProductSchema",
                "/Devices",
                "/Messages",
                "/UserGroups",
                "/docs/PRIHODNASKLAD"
            })
    void every_set_of_the_exchange_can_be_read(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void the_base_is_reached_by_its_name_and_by_its_database_id() {
        String id = api.get("/BaseInfo").json().text("id");
        Client origin = new Client(bridge.origin());
        assertThat(origin.get("/main/api/v1/Users").status()).isEqualTo(200);
        assertThat(origin.get("/" + id + "/api/v1/Users").status()).isEqualTo(200);
        assertThat(origin.get("/mobilesmarts/API/V1/Users").status()).isEqualTo(200);
        assertThat(origin.get("/other/api/v1/Users").status()).isEqualTo(404);
    }

    @Test
    void top_skip_and_count_page_through_a_set() {
        Client.Answer all = api.get("/Products?$count=true");
        Client.Answer page = api.get("/Products?$count=true&$skip=10&$top=5");
        assertThat(page.json().decimal("@odata.count")).isEqualTo(all.json().decimal("@odata.count"));
        assertThat(page.value()).isEqualTo(all.value().subList(10, 15));
    }

    @Test
    void a_document_goes_from_1c_to_the_device_and_back() {
        String body = """
                \uFEFF{"id":"doc-1","name":"Приход №1","warehouseId":"1","createDate":"2026-07-01T10:00:00",
                "declaredItems":[{"productId":"%s","declaredQuantity":12.50,"sscc":"01\\u001d<&\\"'"}]}""".formatted(api.get("/Products?$top=1").value().get(0).text("id"));
        Client.Answer created = api.post("/Docs/PrihodNaSklad", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(bridge.api() + "/Docs/PrihodNaSklad('doc-1')");
        assertThat(created.json().text("createDate")).isEqualTo("2026-07-01T10:00:00+03:00");
        assertThat(api.post("/Docs('doc-1')/EndUpdate", "").status()).isEqualTo(204);
        assertThat(api.post("/Docs('doc-1')/Default.EndUpdate", "{}").status()).isEqualTo(204);
        Properties line = api.get("/Docs/prihodnasklad('doc-1')?$expand=DECLAREDITEMS")
                .json()
                .objects("declaredItems")
                .get(0);
        assertThat(line.text("sscc")).isEqualTo("01\u001d<&\"'");
        assertThat(line.decimal("declaredQuantity")).isEqualByComparingTo("12.5");
        assertThat(line.get("declaredQuantity").orElseThrow().toString()).contains("12.50");
        String device = api.get("/Devices?$top=1").value().get(0).text("deviceId");
        Client.Answer finish =
                new Client(bridge.origin()).post("/sandbox/main/devices/" + device + "/finish?document=doc-1", "");
        assertThat(finish.status()).as(finish.text()).isEqualTo(200);
        Client.Answer finished =
                api.get("/Docs?$filter=finished%20eq%20true%20and%20id%20eq%20'doc-1'&$expand=currentItems");
        assertThat(finished.value()).hasSize(1);
        assertThat(finished.value().get(0).objects("currentItems").get(0).text("bindedLineUid"))
                .isEqualTo(line.text("uid"));
        assertThat(api.send("PATCH", "/Docs('doc-1')", "{\"description\":\"принят\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/Docs('doc-1')").json().text("description")).isEqualTo("принят");
        assertThat(api.get("/Docs('doc-1')/currentItems").value()).hasSize(1);
        assertThat(api.send("DELETE", "/Docs('doc-1')", null).status()).isEqualTo(204);
        assertThat(api.get("/Docs('doc-1')").status()).isEqualTo(404);
    }

    @Test
    void products_are_uploaded_in_all_three_ways() {
        assertThat(api.post("/Products/BeginUpdate", "").status()).isEqualTo(204);
        assertThat(api.post(
                                "/Products",
                                "{\"id\":\"up-1\",\"name\":\"Молоко\",\"packings\":[{\"id\":\"шт\",\"unitsQuantity\":1}]}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post("/Products", "[{\"id\":\"up-2\",\"name\":\"Кефир\"},{\"id\":\"up-3\"}]")
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/Products('up-1')").status()).isEqualTo(404);
        assertThat(api.post("/Products/Default.EndUpdate", "").status()).isEqualTo(204);
        assertThat(api.get("/Products%20('up-1')").json().text("name")).isEqualTo("Молоко");
        assertThat(api.post(
                                "/Products/BeginUploadProducts",
                                "{\"lschema\":[\"Product.Id\",\"Product.Name\",\"Packing.Id\"],"
                                        + "\"rewriteProductsBook\":false,\"useFullTextSearch\":false}")
                        .status())
                .isEqualTo(204);
        assertThat(api.post("/Products/AddProductToUpload", "{\"values\":[\"up-4\",\"Сыр\",\"кг\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(api.post(
                                "/Products/AddProductsToUpload",
                                "{\"flds\":[\"up-5\",\"Соль\",\"кг\",\"up-5\",\"Соль\",\"уп\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(api.post("/Products/EndUploadProducts", "").status()).isEqualTo(204);
        assertThat(api.get("/Products('up-4')").json().text("name")).isEqualTo("Сыр");
        assertThat(api.get("/Products('up-5')").json().objects("packings")).hasSize(2);
    }

    @Test
    void cells_are_uploaded_to_the_warehouse_that_begin_named() {
        assertThat(api.post("/Cells/BeginUpdate", "{\"warehouseId\":\"1\"}").status())
                .isEqualTo(204);
        assertThat(api.post("/Cells", "[{\"id\":\"Я-1\",\"name\":\"Я-1\",\"barcode\":\"Я1\"}]")
                        .status())
                .isEqualTo(204);
        assertThat(api.post("/Cells/EndUpdate", "{\"warehouseId\":\"1\"}").status())
                .isEqualTo(204);
        assertThat(api.get("/Cells('%D0%AF-1')").json().text("warehouseId")).isEqualTo("1");
    }

    @Test
    void what_is_added_without_what_it_needs_is_refused_and_never_passed_over() {
        assertThat(api.post("/Cells/BeginUpdate", "{\"warehouseId\":\"2\"}").status())
                .isEqualTo(204);
        assertThat(api.post("/Cells", "{}").status()).isEqualTo(400);
        assertThat(api.post("/Cells", "[{},{\"id\":\"c2\"}]").status()).isEqualTo(400);
        assertThat(api.post("/Cells/ResetUpdate", "{\"warehouseId\":\"2\"}").status())
                .isEqualTo(204);
        String columns = "{\"lschema\":[\"Product.Id\"],\"rewriteProductsBook\":false,\"useFullTextSearch\":false}";
        assertThat(api.post("/Products/BeginUploadProducts", columns).status()).isEqualTo(204);
        assertThat(api.post("/Products/AddProductToUpload", "{\"values\":[\"q1\",\"q2\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/Products/AddProductToUpload", "{\"values\":[]}").status())
                .isEqualTo(400);
        assertThat(api.post("/Products/ResetUploadProducts", "").status()).isEqualTo(204);
    }

    @Test
    void columns_that_the_base_does_not_know_are_refused_at_begin() {
        String columns = "{\"lschema\":[\"Product.Id\",\"Packing.Prise\"],\"rewriteProductsBook\":false,"
                + "\"useFullTextSearch\":false}";
        Client.Answer refused = api.post("/Products/BeginUploadProducts", columns);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("Packing.Prise").contains("'Packing.price'");
    }

    @Test
    void a_device_finishes_the_document_that_is_named_and_no_other() {
        Client devices = new Client(bridge.origin());
        for (String query : List.of("?document=%25", "?Document=x", "?document=x&y=1")) {
            String path = "/sandbox/main/devices/TSD-1/finish" + query;
            assertThat(devices.post(path, "").status()).as(query).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GET|/Nothing||404|Nothing",
                "GET|/Tables/Cenu||404|Tables/Ceny",
                "GET|/Products('no')||404|no",
                "POST|/Docs/PrihodNaSklad|{ \"name\": }|400|Line 1, column 11",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"priority\":\"high\"}|400|priority",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"name\":5}|400|name",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"createDate\":\"01.07.2026\"}|400|createDate",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"declaredItems\":[{\"createdBy\":\"Nobody\"}]}|400|declaredItems[0].createdBy",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"states\":[{\"user\":\"x\"}]}|400|states[0].user",
                "POST|/Docs/PrihodNaSklad|{\"id\":\"w\",\"nmae\":\"x\"}|400|name",
                "POST|/Docs/PrihodNaSklad||400|empty",
                "PATCH|/Docs('no')|{\"name\":\"x\"}|404|no",
                "DELETE|/Docs('no')||404|no",
                "POST|/Tables/Ceny/EndUpdate||409|BeginUpdate",
                "POST|/Products|{\"id\":\"x\"}|409|BeginUpdate",
                "POST|/Products/AddProductToUpload|{\"values\":[]}|409|Begin",
                "POST|/Products/BeginUploadProducts|{\"lschema\":[\"Name\"]}|400|rewriteProductsBook",
                "POST|/Products/BeginUploadProducts|{\"lschema\":[null],\"rewriteProductsBook\":false,\"useFullTextSearch\":false}|400|lschema",
                "DELETE|/Products||405|GET, POST",
                "GET|/Products/BeginUpdate||405|POST",
                "GET|/Docs?$filter=name%20eq||400|$filter",
                "GET|/Docs?$expand=lines||400|lines",
            })
    void bad_input_gets_a_clear_error(String method, String path, String body, int status, String told) {
        Client.Answer answer = api.send(method, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.message()).contains(told).doesNotContain("Exception").doesNotContain("at ru.");
        assertThat(api.get("/Docs('w')").status()).isEqualTo(404);
    }

    @Test
    void an_unknown_additional_field_is_refused_and_the_nearest_is_named() {
        Client.Answer answer = api.post("/Docs/PodborZakaza", "{\"id\":\"w\",\"kontrolKolvo\":true}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("kontrolKolvo").contains("'kontrolKolva'");
    }

    @Test
    void errors_come_in_the_language_that_the_client_prefers() {
        assertThat(api.send("GET", "/Nothing", null, "Accept-Language", "ru-RU,ru;q=0.9")
                        .message())
                .contains("нет набора");
        assertThat(api.get("/Nothing").message()).contains("There is no set");
    }

    @Test
    void a_request_that_goes_wrong_midway_leaves_the_upload_as_it_was() {
        assertThat(api.post("/Tables/Kontragenty/BeginUpdate", "").status()).isEqualTo(204);
        assertThat(api.post("/Tables/Kontragenty", "[{\"uid\":\"k-1\"}]").status())
                .isEqualTo(204);
        Client.Answer wrong = api.post("/Tables/Kontragenty", "[{\"uid\":\"k-2\"},{\"uid\":\"k-3\",\"index\":\"x\"}]");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(api.post("/Tables/Kontragenty", "[{\"uid\":\"k-4\"},{\"uid\":")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/Tables/Kontragenty/EndUpdate", "").status()).isEqualTo(204);
        assertThat(api.get("/Tables/Kontragenty").value())
                .extracting(row -> row.text("uid"))
                .contains("k-1")
                .doesNotContain("k-2", "k-3", "k-4");
    }

    @Test
    void a_body_in_another_form_than_json_in_utf_8_is_refused() {
        String[] type = {"Content-Type", "application/json; charset=windows-1251"};
        assertThat(api.send("POST", "/Docs/PrihodNaSklad", "{}", type).status()).isEqualTo(415);
        assertThat(api.send("POST", "/Docs/PrihodNaSklad", "<a/>", "Content-Type", "application/xml")
                        .status())
                .isEqualTo(415);
        assertThat(api.send("POST", "/Docs/PrihodNaSklad", "x", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void an_action_without_a_body_is_taken_whatever_type_the_client_names() {
        String[] type = {"Content-Type", "application/x-www-form-urlencoded"};
        assertThat(api.send("POST", "/Tables/Serii/BeginUpdate", "", type).status())
                .isEqualTo(204);
        assertThat(api.send("POST", "/Tables/Serii/ResetUpdate", "", type).status())
                .isEqualTo(204);
    }

    @Test
    void texts_survive_to_the_letter() {
        String text = "GS\u001d<&\"' 𝒳😀" + "я".repeat(500_000);
        Properties document =
                Properties.builder().put("id", "big").put("description", text).build();
        assertThat(api.post("/Docs/PrihodNaSklad", new String(Json.bytes(document), StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        assertThat(api.get("/Docs('big')").json().text("description")).isEqualTo(text);
    }
}
