package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.schema.StandardMetadata;

/** Every address that the recorded metadata has is answered, on the sandbox and by typed calls over REST. */
class MetadataWalkTest {
    private Bridge sandbox;
    private Bridge typed;

    /** Anew for each test, since the ends of uploads replace what is there. */
    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
        typed = Bridge.inFrontOf(sandbox, folder.resolve("typed"), "typed");
    }

    @AfterEach
    void stop() {
        typed.close();
        sandbox.close();
    }

    private MetadataWalk walk(String way) {
        Client api = new Client((way.equals("sandbox") ? sandbox : typed).api());
        return new MetadataWalk(api, StandardMetadata.recorded(), Capabilities.ALL, Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "typed"})
    void sets_singletons_properties_and_navigations(String way) {
        MetadataWalk walk = walk(way);
        walk.reads();
        assertThat(walk.gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "typed"})
    void actions(String way) {
        MetadataWalk walk = walk(way);
        walk.actions();
        assertThat(walk.gaps()).isEmpty();
    }
}
