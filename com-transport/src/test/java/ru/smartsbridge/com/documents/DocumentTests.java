package ru.smartsbridge.com.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.fake.BaseTests;

/** How tests write documents, and what is there before. */
abstract class DocumentTests extends BaseTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    Documents documents() {
        return documents(session);
    }

    Documents documents(Component<ComSession> component) {
        return new Documents(component, ZoneId.of("Europe/Moscow"), NOON);
    }

    Written<Properties> create(String set, Properties sent) {
        return documents().create(session.schema(), place(set), sent);
    }

    void update(String set, String key, Properties changes) {
        documents().update(session.schema(), place(set), key, changes);
    }

    void replace(String set, String key, Properties sent) {
        documents().replace(session.schema(), place(set), key, sent);
    }

    void delete(String set, String key) {
        documents().delete(session.schema(), place(set), key);
    }

    static Properties document(String id) {
        return entity("id", id, "documentTypeName", "Приход", "name", "Документ " + id);
    }

    static Value lines(String prefix, int count) {
        return Value.items(IntStream.range(0, count)
                .mapToObj(i -> entity("uid", prefix + i, "productId", "p" + i))
                .toList());
    }

    void stored(Properties document) {
        base.documents.all.add(document);
    }

    void nothingWasWritten() {
        assertThat(base.calls).doesNotContainKeys("SetDocument", "RemoveDocument");
    }
}
