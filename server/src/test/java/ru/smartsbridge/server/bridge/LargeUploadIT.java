package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/** 200,000 products go up and come back through a bridge of 128 MB, sandbox included. */
@Timeout(300)
class LargeUploadIT {
    private static final int PRODUCTS = 200_000;
    /** Enough to fill the heap of either bridge many times over if it gathered. */
    private static final int THROUGH_TWO = 100_000;

    /** A short run is over before the second compiler's work pays. */
    private static final String[] SMALL_HEAP = {"-Xmx128m", "-XX:TieredStopAtLevel=1"};

    @TempDir
    private Path folder;

    @Test
    void in_one_request_and_in_two_hundred_and_back() throws Exception {
        try (PackagedBridge bridge = PackagedBridge.start(folder.resolve("sandbox"), "", SMALL_HEAP)) {
            long begun = System.nanoTime();
            upload(bridge.api(), PRODUCTS, 1);
            readBack(bridge.api(), PRODUCTS);
            report(PRODUCTS, "one request", begun, bridge);
            begun = System.nanoTime();
            upload(bridge.api(), PRODUCTS, 200);
            readBack(bridge.api(), PRODUCTS);
            report(PRODUCTS, "200 requests", begun, bridge);
        }
    }

    @Test
    void through_a_second_bridge_on_typed_calls_too() throws Exception {
        try (PackagedBridge sandbox = PackagedBridge.start(folder.resolve("sandbox"), "", SMALL_HEAP);
                PackagedBridge typed = PackagedBridge.start(
                        folder.resolve("typed"),
                        "bases: { main: { transport: rest, rest: { forward: typed, url: \"" + sandbox.api()
                                + "\" } } }\n",
                        SMALL_HEAP)) {
            long begun = System.nanoTime();
            upload(typed.api(), THROUGH_TWO, 1);
            readBack(typed.api(), THROUGH_TWO);
            report(THROUGH_TWO, "one request through typed calls", begun, typed);
        }
    }

    private static void report(int products, String what, long begun, PackagedBridge bridge) {
        System.out.printf(
                "%d products up and back in %s: %d ms, peak of the process %d MB%n",
                products, what, (System.nanoTime() - begun) / 1_000_000, bridge.peakMegabytes());
    }

    private static void upload(String api, int products, int requests) {
        Client client = new Client(api);
        assertThat(client.post("/Products/BeginOverwrite", "").status()).isEqualTo(204);
        int size = products / requests;
        for (int i = 0; i < requests; i++) {
            int from = i * size;
            Iterable<byte[]> parts = () -> parts(from, from + size);
            Client.Answer answer = client.stream("POST", "/Products", HttpRequest.BodyPublishers.ofByteArrays(parts));
            assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        }
        assertThat(client.post("/Products/EndOverwrite", "").status()).isEqualTo(204);
    }

    private static Iterator<byte[]> parts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> (i == from ? "[" : ",") + product(i) + (i == to - 1 ? "]" : ""))
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .iterator();
    }

    private static String product(int i) {
        return "{\"id\":\"" + id(i) + "\",\"name\":\"Товар номер " + i + " «Заречье»\",\"marking\":\"АРТ-" + i
                + "\",\"packings\":[{\"id\":\"шт\",\"name\":\"Штука\",\"unitsQuantity\":1.0,\"barcode\":\"46" + i
                + "\"},{\"id\":\"кор\",\"name\":\"Коробка\",\"unitsQuantity\":12.50,\"barcode\":\"146" + i + "\"}]}";
    }

    private static String id(int i) {
        return String.format("big-%06d", i);
    }

    private static void readBack(String api, int products) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/Products?$count=true"))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        int read = 0;
        try (InputStream body = response.body();
                JsonParser json = Json.parser(body)) {
            while (json.nextToken() != JsonToken.START_ARRAY) {
                if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    assertThat(json.getIntValue()).isEqualTo(products);
                }
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                Properties product = (Properties) Json.read(json);
                assertThat(product.text("id")).isEqualTo(id(read));
                assertThat(product.objects("packings")
                                .get(1)
                                .get("unitsQuantity")
                                .orElseThrow())
                        .hasToString("Number[literal=12.50]");
                read++;
            }
        }
        assertThat(read).isEqualTo(products);
    }
}
