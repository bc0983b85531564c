package ru.smartsbridge.server.workers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * What a worker is told when it starts: one line of JSON in UTF-8 on its standard input, which then stays open as long as
 * the server lives. No command line and no file ever holds it, since there are secrets in it.
 *
 * @param token that every request to the worker has to show
 * @param parent the server's process id
 * @param base as {@link ru.smartsbridge.server.config.SingleBase} describes it
 */
public record WorkerOrder(String token, long parent, Properties base) {
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST = 1 << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An order of this process with a new token. */
    static WorkerOrder of(Properties base) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return new WorkerOrder(
                HexFormat.of().formatHex(token), ProcessHandle.current().pid(), base);
    }

    void write(OutputStream out) throws IOException {
        out.write(Json.bytes(Properties.builder()
                .put("token", token)
                .put("parent", parent)
                .put("base", base)
                .build()));
        out.write('\n');
        out.flush();
    }

    /**
     * Reads the line, and nothing behind it.
     *
     * @throws IOException where it does not come whole
     */
    public static WorkerOrder read(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || length == LONGEST) {
                throw new IOException("the server's order did not come whole");
            }
            line[length++] = (byte) b;
        }
        Properties order =
                Json.parseObject(new String(line, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        return new WorkerOrder(
                order.text("token"),
                order.decimal("parent").longValueExact(),
                order.object("base").orElse(Properties.EMPTY));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "order for base " + base.text("base");
    }
}
