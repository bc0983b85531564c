package ru.smartsbridge.server.odata;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Bounds what may be read for one entity, so that no single one can fill the memory; a body of many has no bound here. */
final class Portion extends FilterInputStream {
    private final long limit;
    private long read;

    Portion(InputStream bytes, long limit) {
        super(bytes);
        this.limit = limit;
    }

    /** A new entity begins. What the parser has read ahead of it counts for the one before. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            throw new BridgeException(
                    Category.TOO_LARGE, Text.of("ru.smartsbridge.server.odata.messages", "body.entity.large", limit));
        }
    }
}
