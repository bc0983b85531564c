package ru.smartsbridge.server.shadow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections and never says a word: a server that hangs. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Socket> callers = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    SilentServer() throws IOException {
        Thread thread = new Thread(this::accept, "silent");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = door.accept();
                connections.incrementAndGet();
                synchronized (callers) {
                    callers.add(caller);
                }
            }
        } catch (IOException closed) {
            // as it was asked for
        }
    }

    String api() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/api/v1";
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        synchronized (callers) {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }
}
