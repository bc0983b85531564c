package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.MetadataWalk;
import ru.smartsbridge.server.bridge.RandomQuery;

/** All that a base behind COM can be asked: every address of its metadata, and queries, of which COM has none of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
abstract class ReadsOverCom {
    private static final int QUERIES = 100;

    @TempDir
    private Path folder;

    /** A base that the test may write to. */
    abstract ComBase base(Path home) throws Exception;

    /** Sets that the base cannot show. */
    Set<String> without() {
        return Set.of();
    }

    @Test
    @Order(1)
    void random_queries_give_what_they_mean() throws Exception {
        ComBase base = base(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), ComBase.Isolation.PROCESS)) {
            Client api = new Client(bridge.api());
            Properties products = api.answered("/Products");
            RandomQuery.ofProducts(products.objects("value")).ask(QUERIES, "/Products", api::answered);
            Properties documents = api.answered("/Docs?$expand=declaredItems($expand=product)");
            RandomQuery.ofDocuments(documents.objects("value")).ask(QUERIES, "/Docs", api::answered);
        }
    }

    /** Last, since it ends uploads of nothing. */
    @Test
    @Order(2)
    void every_address_is_answered_or_is_501_where_it_is_told_as_missing() throws Exception {
        ComBase base = base(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), ComBase.Isolation.PROCESS)) {
            Client api = new Client(bridge.api());
            Edmx edmx = EdmxReader.read(api.get("/$metadata").text().getBytes(StandardCharsets.UTF_8));
            MetadataWalk walk = new MetadataWalk(api, edmx, RestOverCom.capabilities(base, folder), without());
            walk.askingEachTypeOnce().reads();
            walk.actions();
            System.out.println("Walked: " + walk.asked() + " addresses, " + walk.lacking() + " of them 501 as told, "
                    + walk.gaps().size() + " gaps");
            assertThat(walk.gaps()).isEmpty();
            assertThat(walk.lacking()).isPositive();
        }
    }
}
