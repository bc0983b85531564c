package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;

class SpoolTest {
    private static final UploadPlan.Products PLAN = new UploadPlan.Products(Mode.UPDATE);
    private static final Destination<?, ?> LAST = new ProductsDestination(PLAN);
    private static final Destination<?, ?> MERGING = new RecordsDestination(
            new UploadPlan.ProductRecords(ProductColumns.of(List.of("Product.Id")), false, false), () -> null);

    @TempDir
    Path folder;

    private Spool spool() throws IOException {
        return Spool.create(folder.resolve("u.spool"), SpoolFormat.header(PLAN));
    }

    private static Spooled product(String id, String name, String packing) {
        Properties.Builder product = Properties.builder().put("id", id).put("name", name);
        if (packing != null) {
            product.put(
                    "packings", List.of(Properties.builder().put("id", packing).build()));
        }
        return new Spooled(id, null, product.build());
    }

    private static List<Properties> gathered(Spool spool, Destination<?, ?> destination) throws IOException {
        List<Properties> all = new ArrayList<>();
        Gathered.of(spool, destination).entities().forEachRemaining(next -> all.add(next.entity()));
        return all;
    }

    /** Texts of any length up to a buffer and beyond, GS, Cyrillic and what lies outside the BMP among them. */
    private static String text(Random random) {
        int length = random.nextInt(50) == 0 ? 70_000 : random.nextInt(30);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(new int[] {'a', 'ж', 0x1D, 0x1F600, '"', '\n'}[random.nextInt(6)]);
        }
        return text.toString();
    }

    @Test
    void it_gives_what_a_map_would_hold_after_any_adds_and_truncations() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            Map<String, Properties> last = new LinkedHashMap<>();
            Map<String, Properties> merged = new LinkedHashMap<>();
            try (Spool spool = spool()) {
                for (int portion = 0; portion < 20; portion++) {
                    portion(random, spool, last, merged);
                }
                assertThat(gathered(spool, LAST)).as("seed " + seed).isEqualTo(List.copyOf(last.values()));
                assertThat(gathered(spool, MERGING)).as("seed " + seed).isEqualTo(List.copyOf(merged.values()));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void portion(
            Random random, Spool spool, Map<String, Properties> last, Map<String, Properties> merged)
            throws IOException {
        Spool.Mark before = spool.mark();
        boolean kept = random.nextInt(3) > 0;
        for (int i = random.nextInt(100); i > 0; i--) {
            String id = random.nextBoolean() ? "p" + random.nextInt(50) : text(random) + random.nextInt(3);
            Spooled product = product(id, text(random), random.nextBoolean() ? "у" + random.nextInt(3) : null);
            spool.add(product);
            if (kept) {
                last.put(id, product.entity());
                merged.merge(id, product.entity(), ProductColumns::merged);
            }
        }
        spool.settle();
        if (!kept) {
            spool.truncate(before);
        }
    }

    @Test
    void keys_of_the_same_hash_are_told_apart() throws IOException {
        try (Spool spool = spool()) {
            // "Aa" and "BB" have one hash, and so has whatever is put together of them
            for (String id : List.of("AaAa", "BBBB", "AaBB", "BBAa", "AaAa")) {
                spool.add(product(id, id, null));
            }
            spool.settle();
            Gathered gathered = Gathered.of(spool, LAST);
            assertThat(gathered.distinct()).isEqualTo(4);
            assertThat(gathered.at(gathered.find("BBBB")).key()).isEqualTo("BBBB");
            assertThat(gathered.find("BBCc")).isNegative();
        }
    }

    @Test
    void its_first_line_tells_what_it_is_for() throws IOException {
        try (Spool spool = spool()) {
            spool.add(product("a", "A", null));
            spool.settle();
            byte[] file = Files.readAllBytes(folder.resolve("u.spool"));
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .startsWith("{\"version\":1,\"plan\":\"products\",\"mode\":\"UPDATE\",\"target\":\"Products\"}\n");
        }
    }

    @Test
    void what_does_not_fit_on_the_disk_is_taken_back_and_what_was_there_stays() throws IOException {
        Path file = folder.resolve("full.spool");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (Spool spool = Spool.on(file, new FullDisk(channel, 200_000), SpoolFormat.header(PLAN))) {
            spool.add(product("a", "A", null));
            spool.settle();
            Spool.Mark before = spool.mark();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            spool.add(product("p" + i, "длинное имя", null));
                        }
                        spool.settle();
                    })
                    .isInstanceOf(IOException.class);
            spool.truncate(before);
            spool.add(product("b", "B", null));
            spool.settle();
            assertThat(gathered(spool, LAST))
                    .extracting(product -> product.text("id"))
                    .containsExactly("a", "b");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
