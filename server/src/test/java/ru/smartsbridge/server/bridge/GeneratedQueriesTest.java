package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
        long seed = new Random().nextLong();
        RandomQuery.ofProducts(new Random(seed), products)
                .ask(QUERIES, "/Products", seed, GeneratedQueriesTest::handedOnAsTyped);
    }

    @Test
    void of_documents_and_their_lines() {
        List<Properties> documents = new Client(sandbox.api())
                .get("/Docs?$expand=declaredItems($expand=product)")
                .value();
        long seed = new Random().nextLong();
        RandomQuery.ofDocuments(new Random(seed), documents)
                .ask(QUERIES, "/Docs", seed, GeneratedQueriesTest::handedOnAsTyped);
    }

    /** So many that several threads test them: what is expected stays the same. */
    @Test
    void of_many_products(@TempDir Path folder) throws Exception {
        String many = Bridge.DEMO.replace("{ store: memory }", "{ store: memory, products: 3000 }");
        try (Bridge bridge = Bridge.start(folder, many)) {
            Client api = new Client(bridge.api());
            List<Properties> products = api.get("/Products").value();
            assertThat(products).hasSize(3_000);
            long seed = new Random().nextLong();
            RandomQuery.ofProducts(new Random(seed), products)
                    .ask(QUERIES, "/Products", seed, address -> answered(api, address));
        }
    }

    private static Properties handedOnAsTyped(String address) {
        Properties handedOn = answered(new Client(verbatim.api()), address).without("@odata.context");
        assertThat(answered(new Client(typed.api()), address).without("@odata.context"))
                .as(address)
                .isEqualTo(handedOn);
        return handedOn;
    }

    private static Properties answered(Client api, String address) {
        Client.Answer answer = api.get(address);
        assertThat(answer.status()).as(address + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }
}
