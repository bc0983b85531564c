package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InterruptTest {
    /** More than the cache holds, so that reading goes to the file. */
    private static final int PRODUCTS = 30_000;

    @TempDir
    private Path state;

    private Transport base;

    @BeforeEach
    void open() {
        base = Sandboxes.open(state, Map.of("products", (long) PRODUCTS));
    }

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void an_interrupted_reader_does_not_spoil_the_base_for_the_others() throws InterruptedException {
        Thread reader = new Thread(() -> {
            Thread.currentThread().interrupt();
            all(base, EntitySet.PRODUCTS);
        });
        reader.start();
        reader.join();
        assertThat(all(base, EntitySet.PRODUCTS)).hasSize(PRODUCTS);
    }

    @Test
    void writers_that_are_interrupted_again_and_again_leave_a_base_that_works() throws InterruptedException {
        AtomicInteger ended = new AtomicInteger();
        Thread writer = new Thread(() -> {
            for (int round = 0; round < 20; round++) {
                try {
                    upload(500, "round " + round);
                    ended.incrementAndGet();
                } catch (BridgeException e) {
                    assertThat(e.category()).isEqualTo(Category.UNREACHABLE);
                    assertThat(Thread.interrupted()).isTrue();
                }
            }
        });
        writer.start();
        int interrupts = 0;
        for (; writer.isAlive(); interrupts++) {
            writer.interrupt();
            writer.join(40);
        }
        System.out.println("InterruptTest: " + interrupts + " interrupts, " + ended + " of 20 uploads ended");
        upload(10, "last");
        assertThat(all(base, EntitySet.PRODUCTS))
                .filteredOn(product -> "last".equals(product.text("name")))
                .hasSize(10);
    }

    private void upload(int count, String name) {
        Upload<Product> upload = base.begin(new UploadPlan.Products(UploadPlan.Mode.UPDATE), CALL);
        upload.add(
                IntStream.range(0, count)
                        .mapToObj(number -> new Product(Properties.builder()
                                .put("id", "p" + number)
                                .put("name", name)
                                .put("marking", "x".repeat(2_000))
                                .build()))
                        .iterator(),
                CALL);
        upload.end(CALL);
    }
}
