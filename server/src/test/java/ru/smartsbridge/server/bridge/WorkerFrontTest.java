package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.SingleBase;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;
import ru.smartsbridge.server.workers.WorkerHeaders;
import ru.smartsbridge.server.workers.WorkerLine;

/** What a worker takes, believes and tells; the base behind it is the sandbox's. */
class WorkerFrontTest {
    private static final String API = "/MobileSMARTS/api/v1/";
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    Path folder;

    private final Queue<WorkerLine> told = new ConcurrentLinkedQueue<>();
    private HttpServer worker;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        Properties described = Properties.builder()
                .put("base", "main")
                .put("transport", "sandbox")
                .put("section", Properties.builder().put("store", "memory").build())
                .put("timeZone", "Europe/Moscow")
                .put("uploadTimeout", Duration.ofHours(1).toMillis())
                .put("state", folder.toString())
                .put("language", "")
                .put("body", 1 << 20)
                .put("entity", 1 << 20)
                .put("header", 1 << 14)
                .put("requestIdle", 30_000)
                .put("page", 0)
                .build();
        Configuration configuration = SingleBase.read(described, Transports.installed());
        worker = HttpServer.startWorker(configuration, Transports.installed(), TOKEN, told::add);
        client = new Client("http://127.0.0.1:" + worker.port());
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    private Client.Answer asked(String method, String path, String body, String account) {
        return client.send(
                method,
                path,
                body,
                WorkerHeaders.TOKEN,
                TOKEN,
                WorkerHeaders.EXCHANGE,
                "5",
                WorkerHeaders.ACCOUNT,
                account,
                WorkerHeaders.ADDRESS,
                "10.0.0.9",
                WorkerHeaders.ORIGIN,
                "https://bridge.example:8443");
    }

    @Test
    void nobody_without_the_token_gets_an_answer() {
        for (String path : List.of(API + "Warehouses", "/health/live", WorkerHeaders.STATUS_PATH)) {
            assertThat(client.get(path).status()).as(path).isEqualTo(403);
            assertThat(client.send("GET", path, null, WorkerHeaders.TOKEN, "0123456789abcdee")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(client.get(API + "Warehouses").message()).contains("worker process");
    }

    @Test
    void links_begin_with_the_address_that_the_client_used() {
        assertThat(asked("GET", API + "Warehouses", null, "").json().text("@odata.context"))
                .startsWith("https://bridge.example:8443/MobileSMARTS/api/v1/$metadata");
    }

    @Test
    void an_upload_is_the_callers_whom_the_server_names() {
        assertThat(asked("POST", API + "Products/BeginUpdate", "", "%D0%B8%D0%B2%D0%B0%D0%BD")
                        .status())
                .isLessThan(300);
        Client.Answer other = asked("POST", API + "Products/BeginUpdate", "", "petr");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.message()).contains("иван, 10.0.0.9");
        Properties upload = asked("GET", WorkerHeaders.STATUS_PATH, null, "")
                .json()
                .objects("uploads")
                .get(0);
        assertThat(upload.text("target")).isEqualTo("Products");
        assertThat(upload.text("owner")).isEqualTo("иван, 10.0.0.9");
    }

    @Test
    void an_administrators_word_frees_an_upload_and_its_owner_is_told() {
        asked("POST", API + "Products/BeginUpdate", "", "ivan");
        assertThat(asked("POST", WorkerHeaders.FREE_PATH + "?target=products", null, "")
                        .json()
                        .flag("freed"))
                .isTrue();
        assertThat(asked("POST", WorkerHeaders.FREE_PATH + "?target=products", null, "")
                        .json()
                        .flag("freed"))
                .isFalse();
        assertThat(asked("POST", API + "Products/EndUpdate", "", "ivan").message())
                .contains("administrator");
    }

    @Test
    void it_says_how_its_base_is_and_what_cannot_be_asked_of_it() {
        Properties status = asked("GET", WorkerHeaders.CHECK_PATH, null, "").json();
        assertThat(status.flag("ready")).isTrue();
        assertThat(status.text("description")).contains("sandbox");
        assertThat(status.has("missing")).isTrue();
        assertThat(told)
                .as("the sandbox has no component in which something could begin")
                .isEmpty();
    }
}
