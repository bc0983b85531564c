package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Addresses below an entity, counts, bare values and pages, on a bridge with typed calls in front of another one. */
class AddressesTest {
    private static final String DOCUMENT = """
            {"id":"d'1","name":"Приход №1","warehouseId":"1","priority":7,"declaredItems":[
            {"uid":"a","productId":"%s","declaredQuantity":1,"packing":{"id":"шт","name":"шт","unitsQuantity":1}},
            {"uid":"b","productId":"%s","declaredQuantity":2.50},{"uid":"c","productId":"нет такого","declaredQuantity":3}],
            "tables":[{"name":"Документы","rows":[{"uid":"r1"},{"uid":"r2"}]}]}""";

    private static Bridge sandbox;
    private static Bridge typed;
    private static Client api;
    private static List<String> products;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
        typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed");
        api = new Client(typed.api());
        products = api.get("/Products?$top=2").value().stream()
                .map(product -> product.text("id"))
                .toList();
        assertThat(api.post("/Docs/PrihodNaSklad", DOCUMENT.formatted(products.get(0), products.get(1)))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        typed.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/Docs('d''1')/name/$value | Приход №1",
                "/docs/prihodnasklad('d''1')/PRIORITY/$value | 7",
                "/Docs('d''1')/finished/$value | false",
                "/Docs('d''1')/declaredItems/$count | 3",
                "/Docs('d''1')/declaredItems/$count?$filter=declaredQuantity%20gt%201 | 2",
                "/Docs('d''1')/declaredItems('b')/declaredQuantity/$value | 2.50",
                "/Docs('d''1')/declaredItems('a')/packing/name/$value | шт",
                "/Docs('d''1')/Dokumenty/$count | 2",
                "/Docs('d''1')/Dokumenty('r2')/index/$value | 1",
                "/Docs('d''1')/tables('Документы')/rows/$count | 2",
                "/Docs('d''1')/tables('Документы')/rows('r2')/uid/$value | r2",
                "/Docs/$count?$filter=id%20eq%20'd''1' | 1",
                "/Docs/$count?$top=0&$filter=id%20eq%20'd''1' | 1",
                "/Warehouses/$count | 3",
            })
    void a_bare_value_or_a_count_is_plain_text(String path, String text) {
        Client.Answer answer =
                api.get(path.replace("Документы", "%D0%94%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text()).isEqualTo(text);
    }

    @Test
    void a_property_stands_under_value_and_a_complex_one_for_itself() {
        Properties name = api.get("/Docs('d''1')/name").json();
        assertThat(name.text("value")).isEqualTo("Приход №1");
        assertThat(name.text("@odata.context")).isEqualTo(typed.api() + "/$metadata#Docs('d%27%271')/name");
        Properties packing = api.get("/Docs('d''1')/declaredItems('a')/packing").json();
        assertThat(packing.text("name")).isEqualTo("шт");
        Client.Answer packings = api.get("/Products('" + products.get(0) + "')/packings?$top=1&$count=true");
        assertThat(packings.value()).hasSize(1);
        assertThat(packings.json().decimal("@odata.count")).isPositive();
    }

    @Test
    void what_is_null_is_answered_without_a_body_and_what_is_not_there_is_not_found() {
        assertThat(api.get("/Docs('d''1')/declaredItems('c')/product").status()).isEqualTo(204);
        assertThat(api.get("/Docs('d''1')/declaredItems('b')/packing").status()).isEqualTo(204);
        for (String path : List.of(
                "/Docs('d''1')/declaredItems('x')",
                "/Docs('d''1')/declaredItems('x')/product",
                "/Docs('d''1')/declaredItems('c')/product/name",
                "/Docs('x')/name",
                "/Docs('x')/declaredItems",
                "/Docs('d''1')/netTakogo",
                "/Docs('d''1')/netTakogo/$value",
                "/Products('" + products.get(0) + "')/netTakogo")) {
            Client.Answer answer = api.get(path);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(404);
        }
    }

    @Test
    void a_navigation_goes_on_from_one_of_many() {
        Properties product = api.get("/Docs('d''1')/declaredItems('b')/product").json();
        assertThat(product.text("id")).isEqualTo(products.get(1));
        assertThat(product.text("@odata.context")).endsWith("#Docs('d%27%271')/declaredItems('b')/product/$entity");
        assertThat(api.get("/Docs('d''1')/declaredItems('b')/product/name")
                        .json()
                        .text("value"))
                .isEqualTo(product.text("name"));
        assertThat(api.get("/Docs('d''1')/declaredItems('b')?$select=uid&$expand=product($select=id)")
                        .json()
                        .without("@odata.context")
                        .names())
                .containsExactly("uid", "product");
        assertThat(api.get("/BaseInfo/appDescription/appName").json().text("value"))
                .isEqualTo("Склад 15");
    }

    @Test
    void an_expansion_tells_its_count_where_it_is_asked_for() {
        Properties document = api.get(
                        "/Docs('d''1')?$select=id&$expand=declaredItems($count=true;$top=1;$orderby=declaredQuantity%20desc;$select=uid)")
                .json();
        assertThat(document.decimal("declaredItems@odata.count")).isEqualByComparingTo("3");
        assertThat(document.objects("declaredItems"))
                .extracting(line -> line.text("uid"))
                .containsExactly("c");
    }

    @Test
    void a_collection_comes_in_pages_of_the_size_that_the_client_prefers() {
        List<Properties> whole = api.get("/Products?$filter=startswith(name,%27К%27)&$orderby=name%20desc")
                .value();
        assertThat(whole).hasSizeGreaterThan(5);
        List<Properties> pages = new ArrayList<>();
        String next = typed.api() + "/Products?$filter=startswith(name,%27К%27)&$orderby=name%20desc&$count=true";
        int asked = 0;
        while (next != null) {
            Client.Answer page = new Client(next).send("GET", "", null, "Prefer", "odata.maxpagesize=4");
            assertThat(page.header("Preference-Applied")).isEqualTo("odata.maxpagesize=4");
            assertThat(page.value()).hasSizeBetween(1, 4);
            assertThat(page.json().decimal("@odata.count").intValueExact()).isEqualTo(whole.size());
            pages.addAll(page.value());
            next = page.json().text("@odata.nextLink");
            asked++;
        }
        assertThat(pages).isEqualTo(whole);
        assertThat(asked).isEqualTo((whole.size() + 3) / 4);
    }

    @Test
    void pages_end_where_top_does() {
        Client.Answer page =
                api.send("GET", "/Products?$top=5&$skip=2", null, "Prefer", "return=minimal, odata.maxpagesize=\"3\"");
        assertThat(page.value()).hasSize(3);
        String next = page.json().text("@odata.nextLink");
        assertThat(next).isEqualTo(typed.api() + "/Products?$top=2&$skip=5");
        Client.Answer last = new Client(next).send("GET", "", null, "Prefer", "odata.maxpagesize=3");
        assertThat(last.value()).hasSize(2);
        assertThat(last.json().has("@odata.nextLink")).isFalse();
        assertThat(api.send("GET", "/Products?$top=3", null, "Prefer", "odata.maxpagesize=3")
                        .json()
                        .has("@odata.nextLink"))
                .isFalse();
    }

    @Test
    void the_size_of_a_page_can_be_configured_and_a_client_takes_the_whole_all_the_same(@TempDir Path folder)
            throws Exception {
        try (Bridge paged = Bridge.start(folder.resolve("paged"), "limits: { page: 7 }\n" + Bridge.DEMO);
                Bridge front = Bridge.inFrontOf(paged, folder.resolve("front"), "typed")) {
            Client small = new Client(paged.api());
            assertThat(small.get("/Products").value()).hasSize(7);
            assertThat(small.get("/Docs/PodborZakaza").json().has("@odata.nextLink"))
                    .isFalse();
            assertThat(small.send("GET", "/Products", null, "Prefer", "odata.maxpagesize=100")
                            .value())
                    .hasSize(7);
            assertThat(new Client(front.api()).get("/Products").value())
                    .isEqualTo(new Client(sandbox.api()).get("/Products").value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Docs('d''1')/declaredItems/$value",
                "/Docs('d''1')/$value",
                "/Docs('d''1')/name/$count",
                "/Docs/$batch",
                "/Docs('d''1')/declaredItems/$ref",
                "/$entity?$id=Docs(1)",
                "/$crossjoin(Docs,Users)",
                "/$all"
            })
    void what_mobile_smarts_has_no_address_for_is_not_found(String path) {
        assertThat(api.get(path).status()).as(path).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Docs?$filter=declaredItems/any(d:declaredItems/any(e:declaredItems/any(f:declaredItems/any(g:declaredItems/any(h:true)))))",
                "/Docs?$filter=name%20eq%20'",
                "/Docs?$orderby=declaredItems",
                "/Docs?$search=x",
                "/Docs?$top=-1",
                "/Docs?$format=atom",
                "/Docs/$count?$filter=nosuch(name)"
            })
    void what_cannot_be_understood_is_a_bad_request(String path) {
        Client.Answer answer = api.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(400);
        assertThat(answer.message()).isNotBlank();
    }

    private static String document(String id) {
        return "{\"id\":\"" + id
                + "\",\"name\":\"Расход\",\"description\":\"было\",\"declaredItems\":[{\"uid\":\"1\"}]}";
    }

    @Test
    void a_client_chooses_whether_a_write_is_answered_with_the_entity() {
        Client.Answer minimal = api.send("POST", "/Docs/PrihodNaSklad", document("w1"), "Prefer", "return=minimal");
        assertThat(minimal.status()).isEqualTo(204);
        assertThat(minimal.body()).isEmpty();
        assertThat(minimal.header("Location")).isEqualTo(typed.api() + "/Docs/PrihodNaSklad('w1')");
        assertThat(minimal.header("OData-EntityId")).isEqualTo(minimal.header("Location"));
        assertThat(minimal.header("Preference-Applied")).isEqualTo("return=minimal");

        Client.Answer whole =
                api.send("POST", "/Docs/PrihodNaSklad", document("w1"), "Prefer", "return=representation");
        assertThat(whole.status()).as("it was there").isEqualTo(200);
        assertThat(whole.json().text("id")).isEqualTo("w1");

        Client.Answer changed = api.send(
                "PATCH",
                "/Docs('w1')?$select=id,description",
                "{\"description\":\"стало\"}",
                "Prefer",
                "return=representation");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(changed.json().without("@odata.context"))
                .isEqualTo(Properties.builder()
                        .put("id", "w1")
                        .put("description", "стало")
                        .build());
        assertThat(api.send("PATCH", "/Docs('w1')", "{\"priority\":3}").status())
                .isEqualTo(204);
        assertThat(api.send("PUT", "/Docs('w1')", document("w1"), "Prefer", "return=minimal")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_single_property_is_written_at_its_own_address() {
        api.post("/Docs/PrihodNaSklad", document("w2"));
        assertThat(api.send("PUT", "/Docs('w2')/description", "{\"value\":\"ёж\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/Docs('w2')/description/$value").text()).isEqualTo("ёж");
        assertThat(api.send("PUT", "/Docs('w2')/priority/$value", "12", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/Docs('w2')/priority").json().get("value")).contains(new Value.Number("12"));
        assertThat(api.send("DELETE", "/Docs('w2')/description", null).status()).isEqualTo(204);
        assertThat(api.get("/Docs('w2')/description").status()).isEqualTo(204);
        assertThat(api.send("PUT", "/Docs('w2')/priority", "{\"value\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(api.send("DELETE", "/Docs('w2')/priority", null).status()).isEqualTo(400);
        assertThat(api.get("/Docs('w2')/declaredItems/$count").text()).isEqualTo("1");
        assertThat(api.send("PUT", "/Docs('w2')/declaredItems('1')/index", "{\"value\":1}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void a_document_with_a_wrong_line_is_not_written_at_all() {
        String broken =
                "{\"id\":\"w3\",\"name\":\"x\",\"declaredItems\":[{\"uid\":\"1\"},{\"uid\":\"2\",\"declaredQuantity\":\"много\"}],"
                        + "\"tables\":[{\"name\":\"Документы\",\"rows\":[{\"uid\":\"r\"}]}]}";
        assertThat(api.post("/Docs/PrihodNaSklad", broken).status()).isEqualTo(400);
        assertThat(api.get("/Docs('w3')").status()).isEqualTo(404);
        assertThat(api.post("/Docs/PrihodNaSklad", broken.replace("\"много\"", "5"))
                        .status())
                .isEqualTo(201);
        assertThat(api.get("/Docs('w3')/declaredItems/$count").text()).isEqualTo("2");
        assertThat(api.send("PATCH", "/Docs('w3')", "{\"name\":\"y\",\"declaredItems\":[{\"declaredQuantity\":\"x\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/Docs('w3')/name/$value").text()).isEqualTo("x");
    }
}
