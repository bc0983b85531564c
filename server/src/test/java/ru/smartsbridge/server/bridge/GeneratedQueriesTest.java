package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.RandomQuery.Asked;

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
        ask("/Products", RandomQuery.ofProducts(new Random(seed), products), seed);
    }

    @Test
    void of_documents_and_their_lines() {
        List<Properties> documents = new Client(sandbox.api())
                .get("/Docs?$expand=declaredItems($expand=product)")
                .value();
        long seed = new Random().nextLong();
        ask("/Docs", RandomQuery.ofDocuments(new Random(seed), documents), seed);
    }

    /** So many that several threads test them: what is expected stays the same. */
    @Test
    void of_many_products(@TempDir Path folder) throws Exception {
        String many = Bridge.DEMO.replace("{ store: memory }", "{ store: memory, products: 3000 }");
        try (Bridge bridge = Bridge.start(folder, many)) {
            List<Properties> products =
                    new Client(bridge.api()).get("/Products").value();
            assertThat(products).hasSize(3_000);
            long seed = new Random().nextLong();
            RandomQuery queries = RandomQuery.ofProducts(new Random(seed), products);
            for (int i = 0; i < QUERIES; i++) {
                Asked asked = queries.next();
                String what = what(asked, seed, i);
                requireExpected(asked, body(bridge, address("/Products", asked), what), what);
            }
        }
    }

    private static String what(Asked asked, long seed, int query) {
        return "seed " + seed + ", query " + query + ": " + String.join("&", asked.options());
    }

    private static String address(String set, Asked asked) {
        return set + "?"
                + asked.options().stream().map(GeneratedQueriesTest::encoded).collect(Collectors.joining("&"));
    }

    private static void requireExpected(Asked asked, Properties answer, String what) {
        assertThat(answer.decimal("@odata.count").longValueExact()).as(what).isEqualTo(asked.matching());
        assertThat(ids(answer.objects("value"))).as(what).isEqualTo(ids(asked.expected()));
    }

    private static void ask(String set, RandomQuery queries, long seed) {
        long matching = 0;
        for (int i = 0; i < QUERIES; i++) {
            Asked asked = queries.next();
            String what = what(asked, seed, i);
            String address = address(set, asked);
            Properties handedOn = body(verbatim, address, what);
            assertThat(body(typed, address, what)).as(what).isEqualTo(handedOn);
            requireExpected(asked, handedOn, what);
            matching += asked.matching();
        }
        assertThat(matching).as("what all queries match together").isGreaterThan(QUERIES);
    }

    private static Properties body(Bridge bridge, String address, String what) {
        Client.Answer answer = new Client(bridge.api()).get(address);
        assertThat(answer.status()).as(what + " " + answer.text()).isEqualTo(200);
        return answer.json().without("@odata.context");
    }

    private static List<String> ids(List<Properties> entities) {
        return entities.stream().map(entity -> entity.text("id")).toList();
    }

    private static String encoded(String option) {
        int equals = option.indexOf('=');
        return option.substring(0, equals + 1)
                + URLEncoder.encode(option.substring(equals + 1), StandardCharsets.UTF_8);
    }
}
