package ru.smartsbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a real socket that gives prepared answers and notes when each request came. */
final class SmallServer implements AutoCloseable {
    /** Decides what the request of this number, from 0 on, gets; null breaks the connection off. */
    interface Answers {
        String to(int request) throws InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Answers answers;

    SmallServer(Answers answers) throws IOException {
        this.answers = answers;
        threads.execute(this::accept);
    }

    static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    Target target() {
        return Target.get(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/a?b=c"));
    }

    /** When requests came, by {@link System#nanoTime}, in order. */
    List<Long> arrivals() {
        return arrivals.stream().sorted().toList();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            while (in.readLine() != null) {
                String header = in.readLine();
                while (header != null && !header.isEmpty()) {
                    header = in.readLine();
                }
                String answer = answers.to(number());
                if (answer == null) {
                    return;
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (answer.contains("Connection: close")) {
                    return;
                }
            }
        } catch (IOException clientLeft) {
            // the client is done
        } catch (InterruptedException testIsOver) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int number() {
        arrivals.add(System.nanoTime());
        return arrivals.size() - 1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
