package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload belongs to who began it, until it ends, is reset, or nobody touches it for too long. */
class UploadOwnersTest {
    private static final String TRUSTING = Bridge.DEMO + "trusted-proxies: [127.0.0.1]\n";

    @TempDir
    private Path folder;

    @Test
    void another_owner_is_told_who_holds_the_target_and_since_when() throws Exception {
        try (Bridge bridge = Bridge.start(folder, TRUSTING)) {
            Client api = new Client(bridge.api());
            assertThat(from("10.0.0.5", api, "/Products/BeginUpdate", "").status())
                    .isEqualTo(204);
            for (String path :
                    new String[] {"/Products/BeginOverwrite", "/Products/EndUpdate", "/Products/ResetUpdate"}) {
                Client.Answer refused = from("10.0.0.6", api, path, "");
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.message())
                        .contains("10.0.0.5")
                        .contains(LocalDate.now().toString());
            }
            assertThat(from("10.0.0.6", api, "/Products", "[{\"id\":\"x\"}]").status())
                    .isEqualTo(409);
            assertThat(from("10.0.0.6", api, "/Tables/Ceny/BeginUpdate", "").status())
                    .isEqualTo(204);
            assertThat(from("10.0.0.5", api, "/Products", "[{\"id\":\"first\"}]")
                            .status())
                    .isEqualTo(204);
            assertThat(from("10.0.0.5", api, "/Products/BeginUpdate", "").status())
                    .isEqualTo(204);
            assertThat(from("10.0.0.5", api, "/Products/EndUpdate", "").status())
                    .isEqualTo(204);
            assertThat(api.get("/Products('first')").status())
                    .as("the owner's new Begin started it anew")
                    .isEqualTo(404);
            assertThat(from("10.0.0.6", api, "/Products/BeginUpdate", "").status())
                    .isEqualTo(204);
        }
    }

    @Test
    void the_forwarded_address_counts_only_behind_a_trusted_proxy() throws Exception {
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO)) {
            Client api = new Client(bridge.api());
            assertThat(from("10.0.0.5", api, "/Products/BeginUpdate", "").status())
                    .isEqualTo(204);
            assertThat(from("10.0.0.6", api, "/Products/EndUpdate", "").status())
                    .isEqualTo(204);
        }
    }

    @Test
    void actions_of_another_family_are_refused() throws Exception {
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO)) {
            Client api = new Client(bridge.api());
            assertThat(api.post("/Products/BeginUpdate", "").status()).isEqualTo(204);
            assertThat(api.post("/Products/EndOverwrite", "").message()).contains("BeginUpdate");
            assertThat(api.post("/Products/AddProductsToUpload", "{\"flds\":[\"1\"]}")
                            .status())
                    .isEqualTo(409);
            assertThat(api.post("/Products/ResetUpdate", "").status()).isEqualTo(204);
            assertThat(api.post("/Products/ResetUpdate", "").status()).isEqualTo(204);
            assertThat(api.post("/Products/EndUpdate", "").status()).isEqualTo(409);
        }
    }

    @Test
    void an_upload_that_nobody_touches_is_dropped_and_its_client_is_told() throws Exception {
        String yaml = "bases: { main: { transport: sandbox, upload-timeout: 200ms, sandbox: { store: memory } } }\n";
        try (Bridge bridge = Bridge.start(folder, yaml)) {
            Client api = new Client(bridge.api());
            assertThat(api.post("/Tables/Ceny/BeginOverwrite", "").status()).isEqualTo(204);
            Client health = new Client(bridge.origin());
            Instant limit = Instant.now().plus(Duration.ofSeconds(20));
            while (!openUploads(health).isEmpty() && Instant.now().isBefore(limit)) {
                Thread.onSpinWait();
            }
            Client.Answer late = api.post("/Tables/Ceny/EndOverwrite", "");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.message()).contains("upload-timeout").contains("anew");
            assertThat(api.get("/Tables/Ceny").value()).isNotEmpty();
        }
    }

    private static String openUploads(Client health) {
        return health.get("/health/ready").json().objects("bases").get(0).objects("uploads").stream()
                .map(Object::toString)
                .reduce("", String::concat);
    }

    @Test
    void what_was_open_when_the_bridge_ended_is_told_to_be_begun_anew() throws Exception {
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO)) {
            Client api = new Client(bridge.api());
            assertThat(api.post("/Cells/BeginUpdate", "{\"warehouseId\":\"1\"}").status())
                    .isEqualTo(204);
            assertThat(api.post("/Cells", "[{\"id\":\"c-1\",\"warehouseId\":\"1\"}]")
                            .status())
                    .isEqualTo(204);
        }
        Path note = folder.resolve("state/bases/main/uploads.json");
        assertThat(Files.readString(note)).contains("warehouseId");
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO)) {
            Client api = new Client(bridge.api());
            Instant limit = Instant.now().plus(Duration.ofSeconds(20));
            while (Files.readString(note).contains("warehouseId")
                    && Instant.now().isBefore(limit)) {
                Thread.onSpinWait();
            }
            Client.Answer goesOn = api.post("/Cells/EndUpdate", "{\"warehouseId\":\"1\"}");
            assertThat(goesOn.status()).isEqualTo(409);
            assertThat(goesOn.message()).contains("restarted").contains("anew");
            assertThat(api.get("/Cells('c-1')").status()).isEqualTo(404);
            assertThat(api.post("/Cells/BeginUpdate", "{\"warehouseId\":\"1\"}").status())
                    .isEqualTo(204);
        }
    }

    private static Client.Answer from(String address, Client api, String path, String body) {
        return api.send("POST", path, body, "Forwarded", "for=" + address);
    }
}
