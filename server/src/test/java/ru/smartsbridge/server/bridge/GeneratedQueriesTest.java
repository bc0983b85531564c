package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;

/** Random queries give what they mean, and the same JSON whether they are handed on or asked by typed calls. */
class GeneratedQueriesTest {
    private static final int QUERIES = 200;

    private static Bridge sandbox;
    private static Bridge verbatim;
    private static Bridge typed;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
        verbatim = Bridge.inFrontOf(sandbox, folder.resolve("verbatim"), "verbatim");
        typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed");
    }

    @AfterAll
    static void stop() {
        typed.close();
        verbatim.close();
        sandbox.close();
    }

    @Test
    void of_products() {
        List<Properties> products = new Client(sandbox.api()).get("/Products").value();
        RandomQuery.ofProducts(products).ask(QUERIES, "/Products", GeneratedQueriesTest::handedOnAsTyped);
    }

    @Test
    void of_documents_and_their_lines() {
        List<Properties> documents = new Client(sandbox.api())
                .get("/Docs?$expand=declaredItems($expand=product)")
                .value();
        RandomQuery.ofDocuments(documents).ask(QUERIES, "/Docs", GeneratedQueriesTest::handedOnAsTyped);
    }

    /** So many that several threads test them: what is expected stays the same. */
    @Test
    void of_many_products(@TempDir Path folder) throws Exception {
        String many = Bridge.DEMO.replace("{ store: memory }", "{ store: memory, products: 3000 }");
        try (Bridge bridge = Bridge.start(folder, many)) {
            Client api = new Client(bridge.api());
            List<Properties> products = api.get("/Products").value();
            assertThat(products).hasSize(3_000);
            RandomQuery.ofProducts(products).ask(QUERIES, "/Products", api::answered);
        }
    }

    private static Properties handedOnAsTyped(String address) {
        Properties handedOn = new Client(verbatim.api()).answered(address).without("@odata.context");
        assertThat(new Client(typed.api()).answered(address).without("@odata.context"))
                .as(address)
                .isEqualTo(handedOn);
        return handedOn;
    }
}
