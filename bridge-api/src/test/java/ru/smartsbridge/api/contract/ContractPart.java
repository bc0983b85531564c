package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

/** What every part of the contract has at hand: the base, ids of its own, and the ways to read what is there. */
@ExtendWith(CapabilityCheck.class)
abstract class ContractPart {
    static final EntitySet<Document> RECEIPTS = EntitySet.docs("PrihodNaSklad");
    static final EntitySet<Document> PICKING = EntitySet.docs("PodborZakaza");
    static final String WAREHOUSE = "1";

    private static final AtomicLong NEXT = new AtomicLong();

    abstract ContractBase base();

    /** What was sent beside what is given, over all parts of one contract. */
    abstract Kept kept();

    final Transport transport() {
        return base().transport();
    }

    final Call call() {
        return base().call();
    }

    /** Leaves the test out, with the reason, where the base lacks what it is about. */
    final void needs(Equipment equipment) {
        String reason = base().lacks().get(equipment);
        assumeTrue(reason == null, () -> "the base has no " + equipment + ": " + reason);
    }

    final Schema schema() {
        return transport().schema(call());
    }

    /** Documents, products and rows for this base. */
    final Specimens specimens() {
        return new Specimens(transport(), call());
    }

    /** An id, or a mark to find one's own entities by, that no other test has. */
    static String newId() {
        return "contract-" + NEXT.incrementAndGet();
    }

    /** Whatever a read gives, to its end. */
    static <T> List<T> all(Rows<T> rows) {
        try (rows) {
            List<T> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    final <T extends Entity> List<T> list(EntitySet<T> set, Query query) {
        return all(transport().list(set, query, call()));
    }

    final List<String> keys(EntitySet<?> set, Query query) {
        return list(set, query).stream().map(Entity::key).toList();
    }

    /** What the set has under that key. */
    final Properties found(EntitySet<?> set, String key) {
        return found(set, key, Query.ALL);
    }

    final Properties found(EntitySet<?> set, String key, Query query) {
        return transport()
                .find(set, key, query, call())
                .orElseThrow(() -> new AssertionError(set + " has no " + key))
                .properties();
    }

    final boolean has(EntitySet<?> set, String key) {
        return transport().find(set, key, Query.ALL, call()).isPresent();
    }

    /** Rows of a navigation or of a document's table. */
    final List<Properties> related(EntitySet<?> set, String key, String navigation) {
        return all(transport().related(set, key, navigation, Query.ALL, call())).stream()
                .map(Entity::properties)
                .toList();
    }

    /** Begin, one portion, End. */
    final <T> void upload(UploadPlan<T> plan, List<? extends T> entities) {
        Upload<T> upload = transport().begin(plan, call());
        assertThat(upload.add(entities.iterator(), call())).isEqualTo(entities.size());
        upload.end(call());
    }

    /** Creates a document, after what this base does not carry of it was refused; gives what was sent in the end. */
    final Properties createCarried(EntitySet<Document> set, Properties document) {
        kept().refuses(set, Stream.of(document), () -> transport().create(set, new Document(document), call()));
        Properties carried = kept().carried(set, document);
        if (!carried.equals(document)) {
            assertThat(has(set, document.text("id")))
                    .as("what a refused write left")
                    .isFalse();
        }
        transport().create(set, new Document(carried), call());
        return carried;
    }

    /** Uploads entities, after what this base does not carry of them was refused; gives what was sent in the end. */
    final <T extends Entity> List<Properties> uploadCarried(
            UploadPlan<T> plan, EntitySet<T> set, List<Properties> entities) {
        kept().refuses(set, entities.stream(), () -> refusedUpload(plan, set, entities));
        List<Properties> carried =
                entities.stream().map(entity -> kept().carried(set, entity)).toList();
        if (!carried.equals(entities)) {
            entities.forEach(entity -> assertThat(has(set, set.view(entity).key()))
                    .as("what a refused upload left")
                    .isFalse());
        }
        upload(plan, carried.stream().map(set::view).toList());
        return carried;
    }

    private <T extends Entity> void refusedUpload(UploadPlan<T> plan, EntitySet<T> set, List<Properties> entities) {
        Upload<T> upload = transport().begin(plan, call());
        try {
            upload.add(entities.stream().map(set::view).iterator(), call());
        } finally {
            upload.reset(call());
        }
    }

    static Expression equal(String property, Literal literal) {
        return Expression.equal(literal, property);
    }

    static Expression equal(String property, String text) {
        return equal(property, new Literal.Text(text));
    }

    /** All that have this text in this property. */
    static Query where(String property, String text) {
        return Query.ALL.withFilter(equal(property, text));
    }

    /** Demands this error; one that says the call is not served here comes out as it is, for {@link CapabilityCheck}. */
    static void failsWith(Category category, ThrowingCallable attempt) {
        Throwable thrown = catchThrowable(attempt);
        if (thrown instanceof BridgeException lacking && lacking.category() == Category.UNSUPPORTED_HERE) {
            throw lacking;
        }
        assertThat(thrown).isInstanceOfSatisfying(BridgeException.class, error -> {
            assertThat(error.category()).as(error.getMessage()).isEqualTo(category);
            assertThat(error.text().in(Locale.forLanguageTag("ru"))).isNotBlank();
        });
    }
}
