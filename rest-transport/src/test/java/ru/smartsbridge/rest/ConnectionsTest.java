package ru.smartsbridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.query.Query;

/** How connections are kept, broken and waited on. */
@Timeout(60)
class ConnectionsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static int listed(Transport transport) {
        int count = 0;
        try (Rows<User> users = transport.list(EntitySet.USERS, Query.ALL, CALL)) {
            while (users.hasNext()) {
                users.next();
                count++;
            }
        }
        return count;
    }

    private static List<Thread> threadsOf(String base) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(base))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void a_reader_may_be_slower_than_the_idle_timeout() throws Exception {
        CountDownLatch halfSent = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send(HEAD + "Content-Length: 33\r\n\r\n{\"value\":[{\"id\":\"1\"}");
                    halfSent.countDown();
                    await(goOn);
                    connection.send(",{\"id\":\"2\"}]}");
                });
                Transport here = Opened.at(server.url(), "idle-timeout", Duration.ofMillis(100))) {
            try (Rows<User> users = here.list(EntitySet.USERS, Query.ALL, CALL)) {
                assertThat(users.next().id()).isEqualTo("1");
                await(halfSent);
                // nobody waits for the server meanwhile, so its idling must not count
                assertThat(new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS))
                        .isFalse();
                goOn.countDown();
                assertThat(users.next().id()).isEqualTo("2");
                assertThat(users.hasNext()).isFalse();
            }
        }
    }

    @Test
    void a_kept_connection_that_the_server_had_closed_is_no_error_of_a_read() throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send(HEAD + "Content-Length: 12\r\n\r\n{\"value\":[]}");
                    connection.head(); // takes the next request on the same connection, and dies of it
                });
                Transport here = Opened.at(server.url())) {
            assertThat(listed(here)).isZero();
            assertThat(listed(here)).isZero();

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_write_on_a_connection_that_closes_is_not_repeated() throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 204 No Content\r\n\r\n");
                    connection.head();
                });
                Transport here = Opened.at(server.url())) {
            here.delete(EntitySet.USERS, "1", CALL);
            BridgeException error = errorOf(() -> here.delete(EntitySet.USERS, "2", CALL));

            assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(error.getMessage()).contains("unknown whether the request was carried out");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connections_are_used_again() throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    while (connection.head() != null) {
                        connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\nc\r\n{\"value\":[]}\r\n0\r\n\r\n");
                    }
                });
                Transport here = Opened.at(server.url())) {
            for (int i = 0; i < 20; i++) {
                listed(here);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void rows_closed_before_their_end_break_the_answer_off() throws Exception {
        CompletableFuture<Void> brokenOff = new CompletableFuture<>();
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send(HEAD + "\r\n{\"value\":[");
                    try {
                        while (true) {
                            connection.send("{\"id\":\"1\"},");
                        }
                    } catch (IOException e) {
                        brokenOff.complete(null);
                    }
                });
                Transport here = Opened.at(server.url())) {
            try (Rows<User> users = here.list(EntitySet.USERS, Query.ALL, CALL)) {
                assertThat(users.next().id()).isEqualTo("1");
            }

            assertThat(brokenOff).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void an_interrupt_ends_a_wait_and_stays_set() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> clientGone = new CompletableFuture<>();
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    asked.countDown();
                    clientGone.complete(connection.head() == null);
                });
                Transport here = Opened.at(server.url())) {
            CompletableFuture<String> outcome = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                BridgeException error = errorOf(() -> listed(here));
                outcome.complete(error.category() + " " + Thread.currentThread().isInterrupted());
            });
            waiting.start();
            await(asked);
            waiting.interrupt();

            assertThat(outcome).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("UNREACHABLE true");
            assertThat(clientGone).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        }
    }

    @Test
    void a_closed_transport_has_no_threads_and_takes_no_calls() throws Exception {
        try (SocketServer server = new SocketServer(connection -> {
            connection.head();
            connection.send(HEAD + "Content-Length: 12\r\n\r\n{\"value\":[]}");
        })) {
            Transport closed = new RestTransportProvider()
                    .open(new BaseSettings("closing-base", ZoneOffset.UTC, Path.of("."), Map.of("url", server.url())));
            assertThat(threadsOf("closing-base")).isEmpty();
            listed(closed);
            List<Thread> threads = threadsOf("closing-base");
            assertThat(threads).isNotEmpty();

            closed.close();

            for (Thread told : threads) {
                told.join(20_000); // it may be on its last instructions
                assertThat(told.isAlive()).as(told.getName()).isFalse();
            }
            assertThat(threadsOf("closing-base")).isEmpty();
            assertThat(errorOf(() -> listed(closed)).category()).isEqualTo(Category.UNREACHABLE);
        }
    }
}
