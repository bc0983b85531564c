package ru.smartsbridge.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection of HTTP/1.1 that asks and reads whole answers; as cheap as a client can be. For one thread. */
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int BUFFER = 64 << 10;
    private static final int OK = 200;

    private final Target target;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    private Connection(Target target, Socket socket) throws IOException {
        this.target = target;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Connects; each read of an answer is given up after ten seconds. */
    static Connection open(Target target) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(target.address(), TIMEOUT_MILLIS);
            return new Connection(target, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Asks once and reads the answer to its end.
     *
     * @return length of the body in bytes
     * @throws IOException where there is no whole answer, or not the expected one; the connection is of no more use
     */
    long ask() throws IOException {
        socket.getOutputStream().write(target.request());
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        long length = body(head);
        if (status != OK) {
            throw new ProtocolException("status " + status);
        }
        if (target.length().isPresent() && target.length().get() != length) {
            throw new ProtocolException("a body of " + length + " bytes instead of "
                    + target.length().get());
        }
        return length;
    }

    /** The answer's first line and headers, in lower case, up to and with the empty line. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder(512);
        String line;
        do {
            line = line();
            head.append(line).append('\n');
        } while (!line.isEmpty());
        if (!head.toString().startsWith("http/1.1 ")) {
            throw new ProtocolException("not an answer of HTTP/1.1");
        }
        return head.toString();
    }

    private long body(String head) throws IOException {
        int length = head.indexOf("\ncontent-length:");
        if (length >= 0) {
            int from = head.indexOf(':', length) + 1;
            long bytes = Long.parseLong(
                    head.substring(from, head.indexOf('\n', from)).strip());
            skip(bytes);
            return bytes;
        }
        if (head.contains("\ntransfer-encoding: chunked\n")) {
            return chunks();
        }
        throw new ProtocolException("an answer that does not tell its length");
    }

    private long chunks() throws IOException {
        long total = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            skip(size);
            line();
            if (size == 0) {
                return total;
            }
            total += size;
        }
    }

    private String line() throws IOException {
        StringBuilder further = null;
        while (true) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            String part = new String(buffer, from, at - from, StandardCharsets.ISO_8859_1);
            if (at < end) {
                at++;
                String line = further == null ? part : further.append(part).toString();
                return line.stripTrailing().toLowerCase(Locale.ROOT);
            }
            further = (further == null ? new StringBuilder() : further).append(part);
            fill();
        }
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (at == end) {
                fill();
            }
            int step = (int) Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        at = 0;
        end = 0;
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("the answer broke off");
        }
        end = read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
