package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.MetadataWalk;

/** Every address that the metadata of a base behind COM has is answered, or is 501 where docs/com.md says so. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class MetadataWalkOverComIT {
    @TempDir
    private Path folder;

    @Test
    void is_answered_or_told_as_missing() throws Exception {
        ComBase base = ComBase.ofStandIn(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), ComBase.Isolation.PROCESS)) {
            Client api = new Client(bridge.api());
            Edmx edmx = EdmxReader.read(api.get("/$metadata").text().getBytes(StandardCharsets.UTF_8));
            MetadataWalk walk = new MetadataWalk(api, edmx, RestOverCom.capabilities(base, folder));
            walk.reads();
            walk.actions();
            assertThat(walk.gaps()).isEmpty();
            assertThat(walk.lacking()).isPositive();
        }
    }
}
