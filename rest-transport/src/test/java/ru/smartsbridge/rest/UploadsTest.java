package ru.smartsbridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/** Uploads as a server sees them arrive. */
@Timeout(120)
class UploadsTest {
    private static final String DONE = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final UploadPlan.Products UPDATE = new UploadPlan.Products(UploadPlan.Mode.UPDATE);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    /** Notes each request that came whole, and says that it was done. */
    private SocketServer recording() throws IOException {
        return new SocketServer(connection -> {
            for (String head = connection.head(); head != null; head = connection.head()) {
                String body = new String(connection.body().readAllBytes(), StandardCharsets.UTF_8);
                seen.add(head.replace(" HTTP/1.1", "").replace("/api/v1/", "") + " " + body);
                connection.send(DONE);
            }
        });
    }

    private static Properties json(String text) {
        return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void products_go_from_begin_to_end_in_portions() throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            Upload<Product> upload = transport.begin(UPDATE, CALL);
            long first = upload.add(
                    List.of(new Product(json("{\"id\":\"1\",\"q\":1.0}")), new Product(json("{\"id\":\"2\"}")))
                            .iterator(),
                    CALL);
            long nothing = upload.add(Collections.emptyIterator(), CALL);
            upload.end(CALL);

            assertThat(first).isEqualTo(2);
            assertThat(nothing).isZero();
            assertThat(seen)
                    .containsExactly(
                            "POST Products/BeginUpdate ",
                            "POST Products [{\"id\":\"1\",\"q\":1.0},{\"id\":\"2\"}]",
                            "POST Products/EndUpdate ");
        }
    }

    @Test
    void rows_overwrite_their_table() throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            Upload<Row> upload = transport.begin(new UploadPlan.TableRows("Ceny", UploadPlan.Mode.OVERWRITE), CALL);
            upload.add(List.of(new Row(json("{\"cena\":1}"))).iterator(), CALL);
            upload.reset(CALL);

            assertThat(seen)
                    .containsExactly(
                            "POST Tables/Ceny/BeginOverwrite ",
                            "POST Tables/Ceny {\"cena\":1}",
                            "POST Tables/Ceny/ResetOverwrite ");
        }
    }

    @Test
    void cells_carry_their_warehouse_in_every_step() throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            Upload<Cell> upload = transport.begin(new UploadPlan.Cells("w1", UploadPlan.Mode.UPDATE), CALL);
            upload.add(List.of(new Cell(json("{\"id\":\"1\"}"))).iterator(), CALL);
            upload.end(CALL);

            assertThat(seen)
                    .containsExactly(
                            "POST Cells/BeginUpdate {\"warehouseId\":\"w1\"}",
                            "POST Cells {\"id\":\"1\",\"warehouseId\":\"w1\"}",
                            "POST Cells/EndUpdate {\"warehouseId\":\"w1\"}");
        }
    }

    @Test
    void a_record_of_another_size_than_the_columns_is_refused_before_the_server_could_take_it_for_two()
            throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            Upload<ProductRecord> upload = transport.begin(
                    new UploadPlan.ProductRecords(ProductColumns.of(List.of("Product.Id")), false, false), CALL);
            BridgeException error = errorOf(() -> upload.add(
                    List.of(new ProductRecord(List.of("1")), new ProductRecord(List.of("2", "3")))
                            .iterator(),
                    CALL));

            assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(seen).noneMatch(request -> request.contains("]}"));
        }
    }

    @Test
    void records_are_values_one_after_another() throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            ProductColumns columns = ProductColumns.of(List.of("Product.Id", "Packing.price"));
            Upload<ProductRecord> upload = transport.begin(new UploadPlan.ProductRecords(columns, true, false), CALL);
            long count = upload.add(
                    List.of(new ProductRecord(List.of("1", "2.50")), new ProductRecord(Arrays.asList("2", null)))
                            .iterator(),
                    CALL);
            upload.end(CALL);

            assertThat(count).isEqualTo(2);
            assertThat(seen)
                    .containsExactly(
                            "POST Products/BeginUploadProducts {\"lschema\":[\"Product.Id\",\"Packing.price\"],"
                                    + "\"rewriteProductsBook\":true,\"useFullTextSearch\":false}",
                            "POST Products/AddProductsToUpload {\"flds\":[\"1\",\"2.50\",\"2\",null]}",
                            "POST Products/EndUploadProducts ");
        }
    }

    @Test
    void a_former_upload_cannot_reach_the_one_begun_after_it() throws IOException {
        try (SocketServer server = recording();
                Transport transport = Opened.at(server.url())) {
            Product product = product(1);
            Upload<Product> former = transport.begin(UPDATE, CALL);
            Upload<Product> anew = transport.begin(UPDATE, CALL);
            int before = seen.size();

            assertThat(errorOf(() -> former.add(List.of(product).iterator(), CALL))
                            .category())
                    .isEqualTo(Category.CONFLICT);
            assertThat(errorOf(() -> former.end(CALL)).category()).isEqualTo(Category.CONFLICT);
            former.reset(CALL);
            assertThat(seen).hasSize(before);
            anew.end(CALL);
            assertThat(seen).last().isEqualTo("POST Products/EndUpdate ");
        }
    }

    @Test
    void abandoning_what_is_not_open_is_no_error() throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n");
                });
                Transport transport = Opened.at(server.url())) {
            transport.abandon(UPDATE, CALL);

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_iterator_that_fails_midway_leaves_the_server_without_a_whole_body() throws IOException {
        CompletableFuture<String> bodyEnded = new CompletableFuture<>();
        try (SocketServer server = new SocketServer(connection -> {
                    if (!begun(connection)) {
                        return;
                    }
                    try {
                        connection.body().transferTo(OutputStream.nullOutputStream());
                        bodyEnded.complete("whole");
                    } catch (IOException | NumberFormatException e) {
                        bodyEnded.complete("broken off");
                    }
                });
                Transport transport = Opened.at(server.url())) {
            Upload<Product> upload = transport.begin(UPDATE, CALL);
            IllegalStateException own = new IllegalStateException("the client's body ended");
            Iterator<Product> failing = generated(5_000, i -> {
                if (i == 4_000) {
                    throw own;
                }
                return product(i);
            });

            assertThat(catchThrowable(() -> upload.add(failing, CALL))).isSameAs(own);
            assertThat(own.getSuppressed()).isEmpty();
            assertThat(bodyEnded).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("broken off");
        }
    }

    @Test
    void an_early_refusal_is_told_and_not_our_broken_pipe() throws IOException {
        CountDownLatch clientDone = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    if (!begun(connection)) {
                        return;
                    }
                    connection.body().read();
                    String body = "{\"error\":{\"message\":\"не та колонка\"}}";
                    int length = body.getBytes(StandardCharsets.UTF_8).length;
                    connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: " + length + "\r\n\r\n" + body);
                    try {
                        clientDone.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                Transport transport = Opened.at(server.url())) {
            Upload<Product> upload = transport.begin(UPDATE, CALL);
            AtomicLong taken = new AtomicLong();
            Iterator<Product> endless = generated(Long.MAX_VALUE, i -> product(taken.incrementAndGet()));

            BridgeException error = errorOf(() -> upload.add(endless, CALL));
            clientDone.countDown();

            assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(error.getMessage()).isEqualTo("не та колонка");
        }
    }

    @Test
    void a_refusal_is_told_even_where_the_server_closes_right_after_it() throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    if (begun(connection)) {
                        connection.body().read();
                        connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    }
                });
                Transport transport = Opened.at(server.url())) {
            // a race between our writing and our reading, which is lost now and then where it can be lost
            for (int i = 0; i < 200; i++) {
                Upload<Product> upload = transport.begin(UPDATE, CALL);
                BridgeException error =
                        errorOf(() -> upload.add(generated(Long.MAX_VALUE, UploadsTest::product), CALL));

                assertThat(error.category()).isEqualTo(Category.TOO_LARGE);
            }
        }
    }

    /** Says that Begin was done, and stops at the head of a portion; false where none comes. */
    private static boolean begun(SocketServer.Connection connection) throws IOException {
        for (String head = connection.head(); head != null; head = connection.head()) {
            if (!head.contains("/Begin")) {
                return true;
            }
            connection.send(DONE);
        }
        return false;
    }

    @Test
    void a_server_that_stops_reading_is_timed_out() throws IOException {
        CountDownLatch clientDone = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    if (!begun(connection)) {
                        return;
                    }
                    try {
                        clientDone.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                Transport transport = Opened.at(server.url(), "idle-timeout", Duration.ofMillis(300))) {
            Upload<Product> upload = transport.begin(UPDATE, CALL);

            BridgeException error = errorOf(() -> upload.add(generated(Long.MAX_VALUE, UploadsTest::product), CALL));
            clientDone.countDown();

            assertThat(error.category()).isEqualTo(Category.TIMED_OUT);
        }
    }

    @Test
    void two_hundred_thousand_products_go_up_and_down_as_a_stream() throws IOException {
        long many = 200_000;
        AtomicLong received = new AtomicLong();
        AtomicLong furthestAhead = new AtomicLong();
        AtomicLong sent = new AtomicLong();
        try (SocketServer server = new SocketServer(connection -> {
                    for (String head = connection.head(); head != null; head = connection.head()) {
                        if (head.startsWith("GET")) {
                            sendProducts(connection, many);
                            return;
                        }
                        if (head.contains("POST /api/v1/Products ")) {
                            countProducts(connection, received, sent, furthestAhead);
                        }
                        connection.send(DONE);
                    }
                });
                Transport transport = Opened.at(server.url())) {
            Upload<Product> upload = transport.begin(UPDATE, CALL);
            long count = upload.add(
                    generated(many, i -> {
                        sent.incrementAndGet();
                        return product(i);
                    }),
                    CALL);
            upload.end(CALL);

            assertThat(count).isEqualTo(many);
            assertThat(received).hasValue(many);
            // what lies between the two ends is buffers of sockets, not products in our heap
            assertThat(furthestAhead.get()).isLessThan(many / 4);

            BigDecimal sum = BigDecimal.ZERO;
            long read = 0;
            try (Rows<Product> products = transport.list(EntitySet.PRODUCTS, Query.ALL, CALL)) {
                while (products.hasNext()) {
                    sum = sum.add(products.next().properties().decimal("price"));
                    read++;
                }
            }
            assertThat(read).isEqualTo(many);
            assertThat(sum).isEqualTo(new BigDecimal("20000.0"));
        }
    }

    private static Product product(long i) {
        return new Product(Properties.builder()
                .put("id", "p" + i)
                .put("name", "Товар " + i + " ".repeat(200))
                .put("price", new BigDecimal("0.1"))
                .build());
    }

    private static void sendProducts(SocketServer.Connection connection, long many) throws IOException {
        OutputStream out = connection.out();
        out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"value\":[".getBytes(StandardCharsets.UTF_8));
        byte[] one = Json.bytes(product(0).properties());
        for (long i = 0; i < many; i++) {
            out.write(one);
            out.write(i + 1 < many ? ',' : ']');
        }
        out.write('}');
        out.flush();
    }

    private static void countProducts(
            SocketServer.Connection connection, AtomicLong received, AtomicLong sent, AtomicLong furthestAhead)
            throws IOException {
        try (JsonParser parser = Json.parser(connection.body())) {
            Json.next(parser);
            while (Json.next(parser) == JsonToken.START_OBJECT) {
                Json.read(parser);
                long ahead = sent.get() - received.incrementAndGet();
                furthestAhead.accumulateAndGet(ahead, Math::max);
            }
            if (Json.next(parser) != null) {
                throw new IOException("more than an array");
            }
        }
    }

    /** Made one at a time, when asked for. */
    private static <T> Iterator<T> generated(long count, LongFunction<T> make) {
        Iterator<Long> numbers = LongStream.range(0, count).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public T next() {
                if (!numbers.hasNext()) {
                    throw new NoSuchElementException();
                }
                return make.apply(numbers.next());
            }
        };
    }
}
