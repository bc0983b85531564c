package ru.smartsbridge.server.bridge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for requests that no client library sends. */
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;

    private Wire() {}

    /** Sends the text and gives back all that comes until the other side ends. */
    static String exchange(int port, String request) throws IOException {
        return exchange(port, request, StandardCharsets.UTF_8);
    }

    static String exchange(int port, String request, Charset charset) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(charset));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A GET of a raw target that ends the connection. */
    static String get(int port, String target) throws IOException {
        return exchange(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
