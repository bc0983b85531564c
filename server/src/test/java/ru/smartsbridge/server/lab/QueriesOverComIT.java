package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.RandomQuery;

/** Random queries to a base behind COM, which has none of its own, give what they mean. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class QueriesOverComIT {
    private static final int QUERIES = 100;

    private static ComBridge bridge;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        ComBase base = ComBase.ofStandIn(folder.resolve("base"));
        bridge = ComBridge.start(base, folder.resolve("bridge"), ComBase.Isolation.PROCESS);
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    private static Properties answered(String address) {
        Client.Answer answer = new Client(bridge.api()).get(address);
        assertThat(answer.status()).as(address + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void of_products() {
        long seed = new Random().nextLong();
        RandomQuery.ofProducts(new Random(seed), answered("/Products").objects("value"))
                .ask(QUERIES, "/Products", seed, QueriesOverComIT::answered);
    }

    @Test
    void of_documents_and_their_lines() {
        long seed = new Random().nextLong();
        String whole = "/Docs?$expand=declaredItems($expand=product)";
        RandomQuery.ofDocuments(new Random(seed), answered(whole).objects("value"))
                .ask(QUERIES, "/Docs", seed, QueriesOverComIT::answered);
    }
}
