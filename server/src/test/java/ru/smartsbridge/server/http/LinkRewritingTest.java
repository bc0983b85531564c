package ru.smartsbridge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkRewritingTest {
    private static final List<String> ADDRESSES = List.of("http://ms:1/api/v1", "http://ms:1/MobileSMARTS/api/v1");
    private static final String INSTEAD = "https://bridge/main/api/v1";

    @Test
    void a_link_is_found_however_the_body_is_cut_into_pieces() {
        String body =
                "{\"a\":\"http://ms:1/api/v1/x\",\"b\":\"hhttp://ms:1/MobileSMARTS/api/v1\",\"c\":\"http://ms:1/ap\","
                        + "\"ё\":\"http://ms:1/api/v1http://ms:1/api/v1\",\"end\":\"http://ms:1/api/v";
        String meant = body.replace(ADDRESSES.get(0), INSTEAD).replace(ADDRESSES.get(1), INSTEAD);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            LinkRewriting links = new LinkRewriting(ADDRESSES, INSTEAD);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(bytes.length - at, random.nextInt(12));
                ByteBuffer rewritten = links.of(ByteBuffer.wrap(bytes, at, length), false);
                out.write(rewritten.array(), rewritten.position(), rewritten.remaining());
                at += length;
            }
            ByteBuffer rest = links.of(ByteBuffer.allocate(0), true);
            out.write(rest.array(), rest.position(), rest.remaining());
            assertThat(out.toString(StandardCharsets.UTF_8)).as("seed %d", seed).isEqualTo(meant);
        }
    }
}
