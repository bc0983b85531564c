package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.value.Properties;

/**
 * A VARIANT that nobody can use, in the place of each answer of the component that a call depends on, one after the
 * other: the call fails, or it answers what it answers otherwise.
 */
class GarbageInWindows {
    @TempDir
    private Path state;

    private StandIn standIn;

    @BeforeEach
    void open() {
        standIn = new StandIn();
    }

    @AfterEach
    void leave() {
        standIn.obey();
        standIn.close();
    }

    /** Asks with each of its answers spoilt in turn. */
    private void neverAnswersWrong(String what, Supplier<Object> call) {
        Object right = call.get();
        long crossings = standIn.crossingsOf(call::get);
        int refused = 0;
        for (long spoilt = 1; spoilt <= crossings; spoilt++) {
            standIn.order("*.*@" + spoilt + " garbage");
            try {
                assertThat(call.get())
                        .as("%s, answer %d of %d spoilt", what, spoilt, crossings)
                        .isEqualTo(right);
            } catch (BridgeException failure) {
                assertThat(failure.category())
                        .as("%s, answer %d of %d spoilt: %s", what, spoilt, crossings, failure.getMessage())
                        .isEqualTo(Category.BACKEND_FAILED);
                refused++;
            }
            standIn.obey();
        }
        assertThat(refused).as("%s: refused", what).isPositive();
        assertThat(call.get()).isEqualTo(right);
        System.out.printf("figure: garbage: %s: %d answers spoilt, %d times refused%n", what, crossings, refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void a_read_never_answers_wrong(String crossing) {
        try (BridgedBase base = BridgedBase.open(state, Map.of("crossing", crossing))) {
            base.transport().create(Goods.ORDERS, Goods.orderWithRows("г1", 1, 1), BridgedBase.CALL);
            String product = base.list(EntitySet.PRODUCTS).get(0).id();
            neverAnswersWrong("a document read, " + crossing, () -> document(base));
            neverAnswersWrong(
                    "a product read, " + crossing,
                    () -> base.find(EntitySet.PRODUCTS, product).map(Product::properties));
            neverAnswersWrong("groups read, " + crossing, () -> base.list(EntitySet.USER_GROUPS));
        }
    }

    @Test
    void a_whole_set_never_comes_short() {
        try (BridgedBase base = BridgedBase.open(state)) {
            neverAnswersWrong("products listed", () -> base.list(EntitySet.PRODUCTS));
            neverAnswersWrong("rows listed", () -> base.list(Goods.STOCK));
            neverAnswersWrong("documents listed", () -> base.list(Goods.ORDERS));
            neverAnswersWrong("cells listed", () -> base.list(EntitySet.CELLS));
        }
    }

    private static Properties document(BridgedBase base) {
        Document document =
                base.find(Goods.ORDERS, "г1", "declaredItems", "tables").orElseThrow();
        return document.properties();
    }

    /** A write that says it was made was made, and one that says it was not may be made again. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "properties"})
    void a_write_is_never_acknowledged_where_it_did_not_arrive(String crossing) {
        try (BridgedBase base = BridgedBase.open(state, Map.of("crossing", crossing))) {
            neverAnswersWrong("a document written, " + crossing, () -> {
                base.transport().create(Goods.ORDERS, Goods.orderWithRows("г1", 1, 1), BridgedBase.CALL);
                List<?> lines = base.find(Goods.ORDERS, "г1", "declaredItems")
                        .orElseThrow()
                        .declaredItems();
                base.transport().delete(Goods.ORDERS, "г1", BridgedBase.CALL);
                return lines.size();
            });
            neverAnswersWrong("an upload, " + crossing, () -> {
                Doing.UPLOADING.with(base);
                return base.find(EntitySet.PRODUCTS, "в4").orElseThrow().name();
            });
        }
    }

    @Test
    void a_base_is_not_connected_to_with_a_wrong_picture_of_it() {
        List<?> types;
        long crossings;
        try (BridgedBase base = BridgedBase.open(state)) {
            crossings = standIn.crossingsOf(base::connected);
            types = base.list(EntitySet.DOC_TYPES);
        }
        int tried = 0;
        int refused = 0;
        for (long spoilt = 1; spoilt <= crossings; spoilt += 17) {
            tried++;
            standIn.order("*.*@" + spoilt + " garbage");
            try (BridgedBase base = BridgedBase.open(state)) {
                assertThat(base.connected().list(EntitySet.DOC_TYPES)).isEqualTo(types);
            } catch (BridgeException failure) {
                assertThat(failure.category())
                        .as(failure.getMessage())
                        .isIn(Category.BACKEND_FAILED, Category.UNREACHABLE);
                refused++;
            }
            standIn.obey();
        }
        System.out.printf(
                "figure: garbage: connecting: %d of %d answers spoilt, %d times refused%n", tried, crossings, refused);
        try (BridgedBase base = BridgedBase.open(state)) {
            assertThatCode(base::connected).doesNotThrowAnyException();
        }
    }
}
