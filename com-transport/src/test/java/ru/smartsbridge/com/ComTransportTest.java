package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Kept;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.apartment.Threading;
import ru.smartsbridge.com.connector.ApartmentComponent;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.documents.Documents;
import ru.smartsbridge.com.fake.BaseTests;
import ru.smartsbridge.com.fake.FakeBase;
import ru.smartsbridge.com.reading.Reading;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.uploads.UploadBase;
import ru.smartsbridge.com.uploads.Uploads;

/** The transport whole, in a real apartment, on a base in memory. */
class ComTransportTest extends BaseTests {
    private static final Call CALL = new Call("test", Caller.BRIDGE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong();
    private ComTransport transport;

    @BeforeEach
    void connect() {
        transport = transport(PATIENCE);
    }

    @AfterEach
    void disconnect() {
        transport.close();
        transport.close();
    }

    private ComTransport transport(Duration timeout) {
        ComSettings settings =
                ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, folder, Map.of("connection", "srv:10501/b1")));
        Failures failures = new Failures(settings.connection());
        SingleThreadApartment<ComSession> apartment = new SingleThreadApartment<>(
                ApartmentSettings.of("main"),
                new Nowhere(),
                new BaseSessions<>(() -> (ComSession) session, failures, settings));
        Component<ComSession> component = new ApartmentComponent<>(apartment, failures, timeout);
        Kept<ComponentSchema> schema = new Kept<>(
                call -> component.call("GetEnvironment", ComSession::readSchema), now::get, (call, cause) -> {});
        Reading reading = new Reading(component, ZoneOffset.UTC);
        UploadBase uploads = new UploadBase(
                folder.resolve("spool"),
                component,
                reading,
                () -> schema.get(ComTransport.OWN),
                () -> session.mapping(),
                PATIENCE);
        return new ComTransport(
                "com srv",
                schema,
                reading,
                new Documents(component, ZoneOffset.UTC, Clock.systemUTC()),
                Uploads.ofStorage(uploads),
                new Housed<>(apartment, component, List::of));
    }

    /** A thread that needs nothing. */
    private static final class Nowhere implements Threading {
        @Override
        public void enter() {
            // nothing to be initialised
        }

        @Override
        public void leave() {
            // nothing to be freed
        }
    }

    @Test
    void what_is_written_is_read() {
        EntitySet<Document> set = EntitySet.docs("Prihod");
        Document created =
                transport.create(set, new Document(entity("id", "1")), CALL).entity();
        assertThat(created.documentTypeName()).isEqualTo("Приход");
        transport.update(set, "1", entity("name", "другое"), CALL);
        transport.endUpdate(set, "1", CALL);
        try (Rows<Document> rows = transport.list(set, Query.ALL, CALL)) {
            assertThat(rows.next().name()).isEqualTo("другое");
        }
        transport.replace(set, "1", entity("name", "третье"), CALL);
        assertThat(transport.find(set, "1", Query.ALL, CALL).orElseThrow().name())
                .isEqualTo("третье");
        transport.delete(set, "1", CALL);
        assertThat(transport.find(set, "1", Query.ALL, CALL)).isEmpty();
        failsWith(Category.NOT_FOUND, () -> transport.endUpdate(set, "1", CALL));
    }

    @Test
    void an_upload_is_seen_when_it_has_ended() {
        UploadPlan.Products plan = new UploadPlan.Products(UploadPlan.Mode.UPDATE);
        Upload<Product> upload = transport.begin(plan, CALL);
        upload.add(List.of(new Product(entity("id", "a"))).iterator(), CALL);
        assertThat(transport.find(EntitySet.PRODUCTS, "a", Query.ALL, CALL)).isEmpty();
        upload.end(CALL);
        assertThat(transport.find(EntitySet.PRODUCTS, "a", Query.ALL, CALL)).isPresent();
    }

    @Test
    void an_upload_that_is_abandoned_can_be_begun_anew() {
        UploadPlan.Products plan = new UploadPlan.Products(UploadPlan.Mode.UPDATE);
        transport.begin(plan, CALL);
        transport.abandon(plan, CALL);
        transport.begin(plan, CALL).end(CALL);
        assertThat(base.products).isEmpty();
    }

    @Test
    void a_set_that_was_added_a_moment_ago_is_looked_for_in_a_new_schema() {
        assertThat(transport.schema(CALL).edmx().set("Docs/Vozvrat")).isEmpty();
        session.environment = session.environment.replace("Расход", "Возврат");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        try (Rows<Document> rows = transport.list(EntitySet.docs("Vozvrat"), Query.ALL, CALL)) {
            assertThat(rows.hasNext()).isFalse();
        }
        failsWith(Category.NOT_FOUND, () -> transport.list(EntitySet.docs("Rashod"), Query.ALL, CALL));
    }

    @Test
    void a_schema_is_read_anew_on_demand() {
        transport.schema(CALL);
        session.environment = session.environment.replace("Расход", "Возврат");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(transport.schemaAnew(CALL).edmx().set("Docs/Vozvrat")).isPresent();
    }

    @Test
    void what_the_components_cannot_do_is_refused_with_its_reason_before_anything_is_asked() {
        assertThat(failsWith(Category.UNSUPPORTED_HERE, () -> transport.list(EntitySet.LICENSES, Query.ALL, CALL)))
                .hasMessageContaining("REST");
        failsWith(Category.UNSUPPORTED_HERE, () -> transport.update(EntitySet.USERS, "1", Properties.EMPTY, CALL));
        failsWith(Category.UNSUPPORTED_HERE, () -> transport.delete(EntitySet.PRODUCTS, "1", CALL));
        failsWith(Category.UNSUPPORTED_HERE, () -> transport.block(EntitySet.DOCS, "1", Duration.ofMinutes(1), CALL));
        failsWith(Category.UNSUPPORTED_HERE, () -> transport.unblock(EntitySet.DOCS, "1", CALL));
        assertThat(base.crossings()).isZero();
    }

    @Test
    void products_rows_and_cells_outside_an_upload_are_a_conflict_as_over_rest() {
        failsWith(Category.CONFLICT, () -> transport.create(EntitySet.PRODUCTS, new Product(entity("id", "a")), CALL));
        assertThat(base.crossings()).isZero();
    }

    @Test
    void navigations_are_followed() {
        base.userGroups.add(entity("id", "g1"));
        base.users.add(entity("id", "u1", "groupId", "g1"));
        try (var rows = transport.related(EntitySet.USER_GROUPS, "g1", "users", Query.ALL, CALL)) {
            assertThat(rows.next().properties().text("id")).isEqualTo("u1");
        }
    }

    @Test
    void the_base_and_its_ways_are_told() {
        assertThat(transport.baseInfo(CALL).name()).isEqualTo("База");
        assertThat(transport.remarks(CALL)).isEqualTo(Remarks.of(session));
    }

    @Test
    void rows_that_are_open_go_on_while_others_call() {
        products("a", "b", "c");
        List<String> ids = new ArrayList<>();
        try (Rows<Product> rows = transport.list(EntitySet.PRODUCTS, Query.ALL, CALL)) {
            while (rows.hasNext()) {
                ids.add(rows.next().id());
                transport.baseInfo(CALL);
            }
        }
        assertThat(ids).containsExactly("a", "b", "c");
    }

    @Test
    void a_component_that_does_not_come_back_is_the_bases_trouble_until_it_does() {
        transport.close();
        transport = transport(Duration.ofMillis(50));
        transport.schema(CALL);
        CountDownLatch released = new CountDownLatch(1);
        base.on("GetDocument", () -> {
            try {
                released.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw FakeBase.thrown("GetDocument");
            }
        });
        assertThat(transport.trouble()).isEmpty();
        failsWith(Category.TIMED_OUT, () -> transport.find(EntitySet.DOCS, "1", Query.ALL, CALL));
        assertThat(transport.trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble.in(Locale.ENGLISH)).contains("1 threads"));
        released.countDown();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (transport.trouble().isPresent() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(transport.trouble()).isEmpty();
    }

    @Test
    void closing_ends_the_session_and_takes_no_call_any_more() {
        transport.schema(CALL);
        assertThat(base.open()).as("the connector").isEqualTo(1);
        transport.close();
        assertThat(base.open()).isZero();
        failsWith(Category.UNREACHABLE, () -> transport.baseInfo(CALL));
        failsWith(Category.UNREACHABLE, () -> transport.find(EntitySet.DOCS, "1", Query.ALL, CALL));
    }

    @Test
    void rows_that_are_open_at_the_close_can_still_be_closed() {
        products("a", "b");
        Rows<Product> rows = transport.list(EntitySet.PRODUCTS, Query.ALL, CALL);
        transport.close();
        assertThat(rows.next().id()).as("from its file").isEqualTo("a");
        rows.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void every_read_that_the_capabilities_let_through_is_answered() {
        Set<SetKind> read = new HashSet<>();
        for (String name : transport.schema(CALL).edmx().sets().keySet()) {
            EntitySet<?> set = EntitySet.named(name);
            if (transport.capabilities().missing(Verb.LIST, set.kind()).isEmpty()) {
                transport.list(set, Query.ALL, CALL).close();
                transport.find(set, "нету", Query.ALL, CALL);
                read.add(set.kind());
            }
        }
        Set<SetKind> served = EnumSet.allOf(SetKind.class);
        served.removeIf(
                kind -> transport.capabilities().missing(Verb.LIST, kind).isPresent());
        assertThat(read).isEqualTo(served);
    }
}
