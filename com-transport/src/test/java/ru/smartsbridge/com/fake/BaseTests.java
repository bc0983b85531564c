package ru.smartsbridge.com.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.reading.SetPlace;

/** What tests of reading and writing share: a base in memory, of which nothing stays held. */
public abstract class BaseTests {
    @TempDir
    protected Path folder;

    protected final FakeBase base = new FakeBase();
    protected FakeSession session;

    @BeforeEach
    void open() throws IOException {
        session = session(Way.XML);
    }

    @AfterEach
    void nothing_stays_held() {
        session.close();
        assertThat(files()).as("files of the exchange folder").isEmpty();
        assertThat(base.open()).as("objects that nobody let go of").isZero();
    }

    private Path exchange() {
        return folder.resolve("exchange");
    }

    /** A session whose objects cross in that way, in place of the present one. */
    protected FakeSession session(Way way) throws IOException {
        if (session != null) {
            session.close();
        }
        session = new FakeSession(base, Files.createDirectories(exchange()), way);
        return session;
    }

    protected List<Path> files() {
        try (Stream<Path> files = Files.list(exchange())) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected SetPlace place(String set) {
        return SetPlace.of(session.schema().schema().edmx(), EntitySet.named(set));
    }

    /** An entity with these texts, as {@code name, value, name, value …}. */
    protected static Properties entity(String... namesAndTexts) {
        Properties.Builder entity = Properties.builder();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entity.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return entity.build();
    }

    /** Puts products into the base, and a connector that sees them into the session. */
    protected void products(String... ids) {
        Arrays.stream(ids).forEach(id -> base.products.put(id, entity("id", id, "name", "Товар " + id)));
        session.renew();
    }

    protected static BridgeException failsWith(Category category, Runnable call) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
        return failure;
    }
}
