package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.fake.FakeBase;
import ru.smartsbridge.com.fake.FakeSession;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.reading.Reading;

/** What tests of uploads share: a base in memory and the folder of its spools. */
abstract class UploadTests {
    static final Call CALL = new Call("test", null);

    @TempDir
    Path folder;

    final FakeBase base = new FakeBase();
    private final List<FakeSession> sessions = new ArrayList<>();
    private Path spools;
    Uploads<ComSession> uploads;

    @BeforeEach
    void open() throws IOException {
        spools = folder.resolve("spools");
        uploads = uploads(session(Way.XML));
    }

    @AfterEach
    void close() {
        uploads.close();
        assertThat(spools()).as("spools that nobody needs").isEmpty();
        sessions.forEach(FakeSession::close);
        assertThat(base.open()).as("objects that nobody let go of").isZero();
    }

    FakeSession session(Way way) throws IOException {
        FakeSession session = new FakeSession(base, Files.createDirectories(folder.resolve("exchange")), way);
        sessions.add(session);
        return session;
    }

    Uploads<ComSession> uploads(FakeSession session) {
        return Uploads.ofStorage(base(session, session));
    }

    /** The base of a session behind a component of the test's own. */
    UploadBase base(FakeSession session, Component<ComSession> component) {
        return new UploadBase(
                spools,
                component,
                new Reading(session, ZoneOffset.UTC),
                session::schema,
                session::mapping,
                Duration.ofHours(1));
    }

    Path spoolFolder() {
        return spools;
    }

    List<Path> spools() {
        try (Stream<Path> files = Files.list(spools)) {
            return files.filter(file -> file.toString().endsWith(".spool")).toList();
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
