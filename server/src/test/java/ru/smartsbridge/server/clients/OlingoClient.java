package ru.smartsbridge.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.ODataClientErrorException;
import org.apache.olingo.client.api.communication.request.cud.UpdateType;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.communication.response.ODataEntityCreateResponse;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.api.domain.ClientInlineEntitySet;
import org.apache.olingo.client.api.domain.ClientObjectFactory;
import org.apache.olingo.client.api.uri.QueryOption;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Apache Olingo's client does with a bridge, whatever transport is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OlingoClient {
    private static final String NAMESPACE = "Cleverence.Warehouse";

    private final ODataClient client = ODataClientFactory.getClient();

    /** The API's roots of the bridges that the client works with. */
    protected abstract Stream<String> roots();

    private List<ClientEntity> all(URI first, Map<String, String> headers) {
        List<ClientEntity> entities = new ArrayList<>();
        for (URI next = first; next != null; ) {
            ODataEntitySetRequest<ClientEntitySet> request =
                    client.getRetrieveRequestFactory().getEntitySetRequest(next);
            headers.forEach(request::addCustomHeader);
            ClientEntitySet page = request.execute().getBody();
            entities.addAll(page.getEntities());
            next = page.getNext();
        }
        return entities;
    }

    private static Object value(ClientEntity entity, String property) {
        return entity.getProperty(property).getPrimitiveValue().toValue();
    }

    @ParameterizedTest
    @MethodSource("roots")
    void reads_the_metadata(String root) {
        Edm edm = client.getRetrieveRequestFactory()
                .getMetadataRequest(root)
                .execute()
                .getBody();
        EdmEntityType document = edm.getEntityType(new FullQualifiedName(NAMESPACE, "Document"));
        assertThat(document.getKeyPredicateNames()).containsExactly("id");
        assertThat(document.isOpenType()).isTrue();
        assertThat(edm.getEntityContainer()
                        .getEntitySet("Docs/PodborZakaza")
                        .getEntityType()
                        .getName())
                .isEqualTo("Document");
        assertThat(client.getRetrieveRequestFactory()
                        .getServiceDocumentRequest(root)
                        .execute()
                        .getBody()
                        .getEntitySetNames())
                .contains("Products", "Docs/PodborZakaza");
    }

    @ParameterizedTest
    @MethodSource("roots")
    void asks_for_what_it_wants_and_pages_through_it(String root) {
        URI address = client.newURIBuilder(root)
                .appendEntitySetSegment("Products")
                .filter("contains(tolower(name),'вода') and packings/any(p:p/unitsQuantity gt 5)")
                .orderBy("name desc")
                .select("id", "name", "packings", "cena")
                .count(true)
                .build();
        List<ClientEntity> whole = all(address, Map.of());
        assertThat(whole).hasSizeGreaterThan(5).allSatisfy(product -> {
            assertThat((String) value(product, "name")).containsIgnoringCase("вода");
            assertThat(product.getProperty("packings").hasCollectionValue()).isTrue();
            assertThat(product.getProperty("unitId")).isNull();
        });
        List<ClientEntity> paged = all(address, Map.of("Prefer", "odata.maxpagesize=3"));
        assertThat(paged)
                .extracting(product -> value(product, "id"))
                .isEqualTo(whole.stream().map(product -> value(product, "id")).toList());
    }

    @ParameterizedTest
    @MethodSource("roots")
    void writes_a_document_with_its_lines_changes_it_ends_it_and_removes_it(String root) {
        ClientObjectFactory make = client.getObjectFactory();
        String id = "olingo-" + root.hashCode();
        ClientEntity line = make.newEntity(new FullQualifiedName(NAMESPACE, "DocumentItem"));
        add(line, "uid", "1");
        line.getProperties()
                .add(make.newPrimitiveProperty(
                        "declaredQuantity", make.newPrimitiveValueBuilder().buildDecimal(new BigDecimal("2.5"))));
        ClientEntitySet lines = make.newEntitySet();
        lines.getEntities().add(line);
        ClientInlineEntitySet nested = make.newDeepInsertEntitySet("declaredItems", lines);
        ClientEntity document = make.newEntity(new FullQualifiedName(NAMESPACE, "Document"));
        add(document, "id", id);
        add(document, "name", "Приход Olingo");
        document.addLink(nested);

        URI set = URI.create(root + "/Docs/PrihodNaSklad");
        ODataEntityCreateResponse<ClientEntity> created = client.getCUDRequestFactory()
                .getEntityCreateRequest(set, document)
                .execute();
        assertThat(created.getStatusCode()).isEqualTo(201);
        assertThat(created.getHeader("Location")).containsExactly(root + "/Docs/PrihodNaSklad('" + id + "')");

        URI one = URI.create(root + "/Docs/PrihodNaSklad('" + id + "')");
        URI withLines = client.newURIBuilder(one.toString())
                .addQueryOption(QueryOption.EXPAND, "declaredItems")
                .build();
        ClientEntity found = client.getRetrieveRequestFactory()
                .getEntityRequest(withLines)
                .execute()
                .getBody();
        assertThat(value(found, "name")).isEqualTo("Приход Olingo");
        assertThat(found.getProperty("declaredItems").getCollectionValue())
                .singleElement()
                .satisfies(item -> assertThat(new BigDecimal(item.asComplex()
                                .get("declaredQuantity")
                                .getValue()
                                .toString()))
                        .isEqualByComparingTo("2.5"));

        ClientEntity change = make.newEntity(new FullQualifiedName(NAMESPACE, "Document"));
        add(change, "description", "изменён");
        assertThat(client.getCUDRequestFactory()
                        .getEntityUpdateRequest(one, UpdateType.PATCH, change)
                        .execute()
                        .getStatusCode())
                .isEqualTo(204);
        assertThat(client.getInvokeRequestFactory()
                        .getActionInvokeRequest(URI.create(one + "/Default.EndUpdate"), ClientEntity.class)
                        .execute()
                        .getStatusCode())
                .isEqualTo(204);
        assertThat(value(
                        client.getRetrieveRequestFactory()
                                .getEntityRequest(one)
                                .execute()
                                .getBody(),
                        "description"))
                .isEqualTo("изменён");
        assertThat(client.getCUDRequestFactory().getDeleteRequest(one).execute().getStatusCode())
                .isEqualTo(204);
        assertThatThrownBy(() ->
                        client.getRetrieveRequestFactory().getEntityRequest(one).execute())
                .isInstanceOfSatisfying(
                        ODataClientErrorException.class,
                        error -> assertThat(error.getStatusLine().getStatusCode())
                                .isEqualTo(404));
    }

    private void add(ClientEntity entity, String name, String value) {
        ClientObjectFactory make = client.getObjectFactory();
        entity.getProperties()
                .add(make.newPrimitiveProperty(
                        name, make.newPrimitiveValueBuilder().buildString(value)));
    }
}
