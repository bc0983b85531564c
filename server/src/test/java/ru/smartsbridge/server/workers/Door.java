package ru.smartsbridge.server.workers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A port in front of a server, which can be closed and opened again: while it is closed, connections are refused. */
final class Door implements AutoCloseable {
    private final int behind;
    private final int port;
    private final List<Socket> through = new ArrayList<>();
    private ServerSocket door;

    /** An open one on a free port of loopback. */
    Door(int behind) throws IOException {
        this.behind = behind;
        open(0);
        this.port = door.getLocalPort();
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        open(port);
    }

    private synchronized void open(int at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        door = opened;
        daemon(() -> accept(opened));
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                Socket client = opened.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                synchronized (this) {
                    through.add(client);
                    through.add(server);
                }
                daemon(() -> pump(client, server));
                daemon(() -> pump(server, client));
            }
        } catch (IOException closed) {
            // as it was asked for
        }
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            // so the other side ends too
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        thread.start();
    }

    /** Refuses from now on, and breaks off what goes through. */
    @Override
    public synchronized void close() throws IOException {
        door.close();
        for (Socket socket : through) {
            socket.close();
        }
        through.clear();
    }
}
