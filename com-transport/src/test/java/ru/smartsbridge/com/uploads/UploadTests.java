package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Way;

/** What tests of uploads share: a base in memory and the folder of its spools. */
abstract class UploadTests {
    static final Call CALL = new Call("test", null);

    @TempDir
    Path folder;

    final FakeBase base = new FakeBase();
    private Path spools;
    Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        spools = folder.resolve("spools");
        uploads = session(Way.XML).uploads(spools);
    }

    @AfterEach
    void close() {
        uploads.close();
        assertThat(spools()).as("spools that nobody needs").isEmpty();
    }

    FakeSession session(Way way) throws IOException {
        return new FakeSession(base, Files.createDirectories(folder.resolve("exchange")), way);
    }

    Path spoolFolder() {
        return spools;
    }

    List<Path> spools() {
        try (Stream<Path> files = Files.list(spools)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    <T> void upload(UploadPlan<T> plan, List<T> entities) {
        Upload<T> upload = uploads.begin(plan);
        upload.add(entities.iterator(), CALL);
        upload.end(CALL);
    }

    static BridgeException failsWith(Category category, Runnable call) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
        return failure;
    }

    static Optional<Properties> withId(List<Properties> entities, String name, String key) {
        return entities.stream().filter(entity -> key.equals(entity.text(name))).findFirst();
    }
}
