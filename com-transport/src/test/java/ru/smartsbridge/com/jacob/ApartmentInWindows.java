package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/** The apartment around the real library: sessions that come and go, and nothing that stays behind. */
class ApartmentInWindows {
    private static final String PRODUCT = "Cleverence.Warehouse.Product";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private int opened;

    private final Sessions<AutomationObject> sessions = new Sessions<>() {
        @Override
        public AutomationObject open() {
            opened++;
            return new JacobAutomation(OnApartment.library(), Map.of()).create(PRODUCT);
        }

        @Override
        public void close(AutomationObject session) {
            session.close();
        }
    };

    private static <T> T on_a_thread_of_its_own(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, "apartment").start();
        return task.get();
    }

    @Test
    void calls_go_on_over_recycled_sessions_and_a_new_session_holds_nothing_of_the_old() {
        ApartmentSettings settings = new ApartmentSettings("base", 10, LIMIT, 100, LIMIT, LIMIT, 1);
        try (SingleThreadApartment<AutomationObject> apartment =
                new SingleThreadApartment<>(settings, new SingleThreaded(OnApartment.library()), sessions)) {
            for (int call = 0; call < 1000; call++) {
                int number = call;
                Object read = apartment.call("Name", LIMIT, product -> {
                    product.put(Member.of("Name"), "№ " + number);
                    product.child(Member.of("Packings")); // forgotten on purpose: leaving the thread lets it go
                    return product.get(Member.of("Name"));
                });
                assertThat(read).isEqualTo("№ " + call);
                int held = apartment.call("held", LIMIT, product -> LivingObjects.count());
                assertThat(held).isBetween(2, 51);
            }
        }
        assertThat(opened).isEqualTo(20);
    }

    @Test
    void a_thread_that_has_not_entered_makes_no_object() throws Exception {
        int hresult = on_a_thread_of_its_own(() -> catchThrowableOfType(
                        ComFailure.class, () -> OnApartment.automation().create(PRODUCT))
                .hresult());
        assertThat(hresult).as("CO_E_NOTINITIALIZED").isEqualTo(0x800401F0);
    }

    @Test
    void an_object_is_used_and_let_go_on_its_own_thread_alone() throws Exception {
        SingleThreaded threading = new SingleThreaded(OnApartment.library());
        on_a_thread_of_its_own(() -> {
            threading.enter();
            try {
                AutomationObject product = OnApartment.automation().create(PRODUCT);
                int elsewhere = on_a_thread_of_its_own(() -> {
                    product.close();
                    return catchThrowableOfType(ComFailure.class, () -> product.get(Member.of("Id")))
                            .hresult();
                });
                assertThat(elsewhere).as("RPC_E_WRONG_THREAD").isEqualTo(0x8001010E);
                return assertThat(product.get(Member.of("Id"))).isEqualTo("");
            } finally {
                threading.leave();
            }
        });
    }

    @Test
    void what_nobody_closed_is_let_go_when_the_thread_is_left() throws Exception {
        SingleThreaded threading = new SingleThreaded(OnApartment.library());
        int hresult = on_a_thread_of_its_own(() -> {
            threading.enter();
            AutomationObject forgotten = OnApartment.automation().create(PRODUCT);
            assertThat(LivingObjects.count()).isOne();
            threading.leave();
            assertThat(LivingObjects.count()).isZero();
            return catchThrowableOfType(ComFailure.class, () -> forgotten.get(Member.of("Id")))
                    .hresult();
        });
        assertThat(hresult).isEqualTo(ComFailure.CLOSED);
    }

    @Test
    void an_object_that_is_let_go_is_held_by_nobody() throws Exception {
        SingleThreaded threading = new SingleThreaded(OnApartment.library());
        int held = on_a_thread_of_its_own(() -> {
            threading.enter();
            try (AutomationObject product = OnApartment.automation().create(PRODUCT)) {
                for (int i = 0; i < 1000; i++) {
                    product.child(Member.of("Packings")).close();
                }
                return LivingObjects.count();
            } finally {
                threading.leave();
            }
        });
        assertThat(held).isOne();
    }
}
