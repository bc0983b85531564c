package ru.smartsbridge.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What each typed call asks of a server, and what it makes of the answer. */
class TypedCallsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private Transport transport;

    @BeforeEach
    void open() throws IOException {
        transport = Opened.at(SERVER.baseUrl() + "/api/v1/");
        byte[] metadata =
                TypedCallsTest.class.getResourceAsStream("/metadata.xml").readAllBytes();
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

    private static <T> List<T> all(Rows<T> rows) {
        List<T> all = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    private static Properties json(String text) {
        return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_set_is_listed_to_the_letter() {
        answer("Users", "[{\"id\":\"1\",\"name\":\"Иван \\ud83d\\ude00\",\"доп\":1.0},{\"id\":\"2\",\"x\":null}]");

        List<User> users = all(transport.list(EntitySet.USERS, Query.ALL, CALL));

        assertThat(users)
                .containsExactly(
                        new User(json("{\"id\":\"1\",\"name\":\"Иван 😀\",\"доп\":1.0}")),
                        new User(json("{\"id\":\"2\",\"x\":null}")));
    }

    @Test
    void the_request_carries_its_id_and_nothing_of_an_account() {
        answer("Users", "[]");

        all(transport.list(EntitySet.USERS, Query.ALL, CALL));

        SERVER.verify(getRequestedFor(urlEqualTo("/api/v1/Users"))
                .withHeader("X-Request-ID", equalTo("test-1"))
                .withHeader("Authorization", absent())
                .withHeader("Cookie", absent()));
    }

    @Test
    void cookies_are_not_kept() {
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/Users"))
                .willReturn(okJson("{\"value\":[]}").withHeader("Set-Cookie", "a=b")));

        all(transport.list(EntitySet.USERS, Query.ALL, CALL));
        all(transport.list(EntitySet.USERS, Query.ALL, CALL));

        SERVER.verify(2, getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Cookie", absent()));
    }

    @Test
    void every_option_of_a_query_is_the_servers_to_honour() {
        answer("Docs/PrihodNaSklad", "[]");
        Expression filter = new Expression.And(List.of(
                equal(new Literal.Text("O'Brien & Сын"), "name"),
                equal(new Literal.Number(new BigDecimal("1.50")), "priority"),
                equal(new Literal.Flag(true), "finished"),
                equal(new Literal.Null(), "extendedFields", "userId"),
                equal(
                        new Literal.Moment(
                                OffsetDateTime.parse("2025-06-16T09:58:43.8348740+03:00"),
                                "2025-06-16T09:58:43.8348740+03:00"),
                        "createDate")));
        Query nested = Query.ALL.withSelect("productId").withExpand("product");
        Query query = new Query(
                Optional.of(filter),
                List.of(new Order(Expression.Path.of("name"), true), new Order(Expression.Path.of("id"), false)),
                java.util.OptionalLong.of(5),
                java.util.OptionalLong.of(10),
                true,
                List.of("id", "полеДоп"),
                List.of(new Expansion("declaredItems", nested), new Expansion("currentItems", Query.ALL)));

        all(transport.list(EntitySet.docs("PrihodNaSklad"), query, CALL));

        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v1/Docs/PrihodNaSklad"))
                .withQueryParam(
                        "$filter",
                        equalTo("name eq 'O''Brien & Сын' and priority eq 1.50 and finished eq true"
                                + " and extendedFields/userId eq null"
                                + " and createDate eq 2025-06-16T09:58:43.8348740+03:00"))
                .withQueryParam("$select", equalTo("id,полеДоп"))
                .withQueryParam("$expand", equalTo("declaredItems($select=productId;$expand=product),currentItems"))
                .withQueryParam("$orderby", equalTo("name desc,id"))
                .withQueryParam("$top", equalTo("5"))
                .withQueryParam("$skip", equalTo("10"))
                .withQueryParam("$count", equalTo("true")));
    }

    private static Expression equal(Literal literal, String... path) {
        return Expression.equal(literal, path);
    }

    @Test
    void the_count_is_what_the_server_says() {
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/Users"))
                .willReturn(okJson("{\"@odata.count\":300,\"value\":[{\"id\":\"1\"}]}")));

        try (Rows<User> users =
                transport.list(EntitySet.USERS, Query.ALL.withCount().withTop(1), CALL)) {
            assertThat(users.count()).hasValue(300);
        }
    }

    @Test
    void keys_are_quoted_and_encoded() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Products('O''Brien%20%2F%D0%B9%25')"))
                .willReturn(okJson("{\"@odata.context\":\"x\",\"id\":\"O'Brien /й%\"}")));

        Optional<Product> found = transport.find(EntitySet.PRODUCTS, "O'Brien /й%", Query.ALL, CALL);

        assertThat(found).contains(new Product(json("{\"id\":\"O'Brien /й%\"}")));
    }

    @Test
    void an_entity_that_is_not_there_is_not_found_and_no_error() {
        assertThat(transport.find(EntitySet.PRODUCTS, "none", Query.ALL, CALL)).isEmpty();
    }

    @Test
    void a_set_that_is_not_there_is_an_error_even_by_key() {
        assertThat(errorOf(() -> transport.find(EntitySet.table("Netu"), "1", Query.ALL, CALL))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
        assertThat(errorOf(() -> transport.list(EntitySet.table("Netu"), Query.ALL, CALL))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
    }

    @Test
    void the_product_schema_is_asked_without_a_key() {
        assertThat(transport.find(EntitySet.PRODUCT_SCHEMA, "", Query.ALL, CALL))
                .isPresent();
        assertThat(all(transport.list(EntitySet.PRODUCT_SCHEMA, Query.ALL, CALL)))
                .hasSize(1);
    }

    @Test
    void the_base_tells_of_itself() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/BaseInfo"))
                .willReturn(okJson("{\"@odata.context\":\"x\",\"appName\":\"Склад 15\"}")));

        assertThat(transport.baseInfo(CALL).appName()).isEqualTo("Склад 15");
    }

    @Test
    void a_new_document_is_given_back_as_the_server_has_it() {
        Document document = new Document(json("{\"name\":\"Приход\",\"declaredItems\":[{\"declaredQuantity\":1.0}]}"));
        SERVER.stubFor(post(urlEqualTo("/api/v1/Docs/PrihodNaSklad"))
                .willReturn(status(201).withBody("{\"@odata.context\":\"x\",\"id\":\"77\",\"name\":\"Приход\"}")));

        Written<Document> written = transport.create(EntitySet.docs("PrihodNaSklad"), document, CALL);

        assertThat(written).isEqualTo(new Written<>(new Document(json("{\"id\":\"77\",\"name\":\"Приход\"}")), true));
        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/Docs/PrihodNaSklad"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalTo("{\"name\":\"Приход\",\"declaredItems\":[{\"declaredQuantity\":1.0}]}")));
    }

    @Test
    void a_create_that_edited_says_so() {
        SERVER.stubFor(post(urlEqualTo("/api/v1/Users")).willReturn(okJson("{\"id\":\"1\",\"name\":\"new\"}")));

        assertThat(transport
                        .create(EntitySet.USERS, new User(json("{\"id\":\"1\"}")), CALL)
                        .created())
                .isFalse();
    }

    @Test
    void a_create_without_an_answering_body_is_read_again() {
        SERVER.stubFor(post(urlEqualTo("/api/v1/Users")).willReturn(status(204)));
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users('1')")).willReturn(okJson("{\"id\":\"1\",\"by\":\"server\"}")));

        Written<User> written = transport.create(EntitySet.USERS, new User(json("{\"id\":\"1\"}")), CALL);

        assertThat(written.entity().properties().text("by")).isEqualTo("server");
    }

    @Test
    void changes_replacements_and_removals_go_to_the_entity() {
        String address = "/api/v1/Docs('a')";
        SERVER.stubFor(patch(urlEqualTo(address)).willReturn(status(204)));
        SERVER.stubFor(put(urlEqualTo(address)).willReturn(status(204)));
        SERVER.stubFor(delete(urlEqualTo(address)).willReturn(status(204)));

        transport.update(EntitySet.DOCS, "a", json("{\"finished\":true}"), CALL);
        transport.replace(EntitySet.DOCS, "a", json("{\"id\":\"a\"}"), CALL);
        transport.delete(EntitySet.DOCS, "a", CALL);

        SERVER.verify(patchRequestedFor(urlEqualTo(address)).withRequestBody(equalTo("{\"finished\":true}")));
        SERVER.verify(putRequestedFor(urlEqualTo(address)).withRequestBody(equalTo("{\"id\":\"a\"}")));
        SERVER.verify(deleteRequestedFor(urlEqualTo(address)));
    }

    @Test
    void actions_of_a_document_are_called_by_their_short_names() {
        for (String action : List.of("EndUpdate", "Block", "Unblock")) {
            SERVER.stubFor(post(urlEqualTo("/api/v1/Docs('a')/" + action)).willReturn(status(204)));
        }

        transport.endUpdate(EntitySet.DOCS, "a", CALL);
        transport.block(EntitySet.DOCS, "a", Duration.ofMinutes(2), CALL);
        transport.unblock(EntitySet.DOCS, "a", CALL);

        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/Docs('a')/EndUpdate")));
        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/Docs('a')/Block"))
                .withRequestBody(equalToJson("{\"timeout\":120}")));
        SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/Docs('a')/Unblock")));
    }

    @Test
    void lines_and_tables_of_a_document_are_rows() {
        answer("Docs/PrihodNaSklad('a')/declaredItems", "[{\"uid\":\"1\"},{\"uid\":\"2\"}]");
        answer("Docs/PrihodNaSklad('a')/Dokumenty", "[{\"uid\":\"3\"}]");
        EntitySet<Document> set = EntitySet.docs("PrihodNaSklad");

        assertThat(all(transport.related(set, "a", "declaredItems", Query.ALL, CALL)))
                .hasSize(2);
        assertThat(all(transport.related(set, "a", "Dokumenty", Query.ALL, CALL)))
                .containsExactly(new OtherEntity(json("{\"uid\":\"3\"}")));
    }

    @Test
    void a_single_navigation_is_one_row_or_none() {
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/DocumentItem('1')/product"))
                .willReturn(okJson("{\"@odata.context\":\"x\",\"id\":\"p\",\"value\":[1]}")));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/DocumentItem('2')/product")).willReturn(status(204)));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/DocumentItem('3')")).willReturn(okJson("{\"uid\":\"3\"}")));
        EntitySet<?> lines = EntitySet.named("DocumentItem");

        assertThat(all(transport.related(lines, "1", "product", Query.ALL, CALL)))
                .containsExactly(new OtherEntity(json("{\"id\":\"p\",\"value\":[1]}")));
        assertThat(all(transport.related(lines, "2", "product", Query.ALL, CALL)))
                .isEmpty();
        assertThat(all(transport.related(lines, "3", "product", Query.ALL, CALL)))
                .isEmpty();
        assertThat(errorOf(() -> transport.related(lines, "4", "product", Query.ALL, CALL))
                        .category())
                .isEqualTo(Category.NOT_FOUND);
    }

    @Test
    void a_list_goes_on_where_the_server_says_under_whatever_name_it_has_for_itself() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users"))
                .willReturn(okJson("{\"@odata.count\":3,\"value\":[{\"id\":\"1\"}],"
                        + "\"@odata.nextLink\":\"http://inner:9000/MobileSMARTS/api/v1/Users?$skip=1\"}")));
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users?$skip=1"))
                .willReturn(okJson("{\"value\":[{\"id\":\"2\"}],\"@odata.nextLink\":\"Users?$skip=2\"}")));
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users?$skip=2")).willReturn(okJson("{\"value\":[{\"id\":\"3\"}]}")));

        List<String> ids = all(transport.list(EntitySet.USERS, Query.ALL, CALL).map(User::id));

        assertThat(ids).containsExactly("1", "2", "3");
    }

    @Test
    void a_list_does_not_go_on_elsewhere() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users"))
                .willReturn(okJson("{\"value\":[],\"@odata.nextLink\":\"http://evil/steal?$skip=1\"}")));
        SERVER.stubFor(get(urlEqualTo("/api/v1/Warehouses"))
                .willReturn(okJson("{\"value\":[],\"@odata.nextLink\":\"/secret?$skip=1\"}")));

        assertThat(errorOf(() -> all(transport.list(EntitySet.USERS, Query.ALL, CALL)))
                        .category())
                .isEqualTo(Category.BACKEND_FAILED);
        assertThat(errorOf(() -> all(transport.list(EntitySet.WAREHOUSES, Query.ALL, CALL)))
                        .category())
                .isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void a_marking_code_and_long_texts_survive_both_ways() {
        String code = "0104601234567890215\"<&'\u001D91EE06😀" + "я".repeat(500_000);
        Properties entity = Properties.builder()
                .put("id", "1")
                .put("code", Value.text(code))
                .build();
        SERVER.stubFor(post(urlEqualTo("/api/v1/Users")).willReturn(status(201).withBody(Json.bytes(entity))));

        Written<User> written = transport.create(EntitySet.USERS, new User(entity), CALL);

        assertThat(written.entity().properties()).isEqualTo(entity);
        assertThat(SERVER.findAll(postRequestedFor(urlEqualTo("/api/v1/Users")))
                        .get(0)
                        .getBody())
                .isEqualTo(Json.bytes(entity));
    }

    @Test
    void the_description_names_the_server_and_no_secret() {
        try (Transport other = Opened.at("http://ms-server:10501/api/v1", "login", "bridge", "password", "geheim")) {
            assertThat(other.description()).isEqualTo("rest http://ms-server:10501/api/v1");
            assertThat(other.forwarding().orElseThrow().toString()).doesNotContain("geheim");
        }
    }
}
