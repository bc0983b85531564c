package ru.smartsbridge.rest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of bare sockets, for answers that no decent server gives. Each connection has a thread of its own. */
final class SocketServer implements AutoCloseable {
    /** What one connection gets. */
    @FunctionalInterface
    interface Script {
        /** Plays on one connection, which is closed afterwards. */
        void play(Connection connection) throws IOException;
    }

    private final ServerSocket listening;
    private final Script script;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    SocketServer(Script script) throws IOException {
        this.script = script;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "socket-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return; // the only way it ends
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(new Connection(socket));
        } catch (IOException | UncheckedIOException broken) {
            // clients that break off are what the tests are about; they look at what the client makes of it
            sockets.remove(socket);
        }
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/api/v1";
    }

    /** How many came so far. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection, from the server's side. */
    static final class Connection {
        private final InputStream in;
        private final OutputStream out;
        private Map<String, String> headers = Map.of();

        Connection(Socket socket) throws IOException {
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = new BufferedOutputStream(socket.getOutputStream(), 32 << 10);
        }

        /** Reads a request's first line and headers; null where the client has gone. */
        String head() throws IOException {
            String request = line();
            headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); line != null && !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
            return request;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
                }
                if (b != '\r') {
                    line.write(b);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        /** The body of the request whose head was read, as it comes; an end that does not come is an exception. */
        InputStream body() {
            if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
                return new Chunks();
            }
            return new BodyOf(Long.parseLong(headers.getOrDefault("Content-Length", "0")));
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        OutputStream out() {
            return out;
        }

        /** Lets the client be the one who closes. */
        void untilClosed() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        private final class BodyOf extends InputStream {
            private long left;

            BodyOf(long left) {
                this.left = left;
            }

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    return -1;
                }
                left--;
                return present(in.read());
            }
        }

        private final class Chunks extends InputStream {
            private int left;
            private boolean ended;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (left == 0 && !ended) {
                    String size = line();
                    if (size == null) {
                        throw new IOException("the client broke off");
                    }
                    left = Integer.parseInt(size, 16);
                    ended = left == 0;
                    if (ended) {
                        line();
                    }
                }
                if (ended) {
                    return -1;
                }
                int count = present(in.read(buffer, offset, Math.min(length, left)));
                left -= count;
                if (left == 0) {
                    line();
                }
                return count;
            }
        }

        private static int present(int read) throws IOException {
            if (read < 0) {
                throw new IOException("the client broke off");
            }
            return read;
        }
    }
}
