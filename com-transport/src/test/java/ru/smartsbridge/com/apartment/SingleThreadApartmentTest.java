package ru.smartsbridge.com.apartment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.smartsbridge.api.call.Watch;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

@Timeout(30)
class SingleThreadApartmentTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** What happened on the apartment's threads, in order. */
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<SingleThreadApartment<String>> apartments = new ArrayList<>();

    private final Threading threading = new Threading() {
        @Override
        public void enter() {
            events.add("enter");
        }

        @Override
        public void leave() {
            events.add("leave");
        }
    };

    private final Sessions<String> sessions = new Sessions<>() {
        @Override
        public String open() {
            events.add("open");
            return "session " + opened.incrementAndGet();
        }

        @Override
        public void close(String session) {
            events.add("close " + session);
        }
    };

    @AfterEach
    void end() {
        release.countDown();
        apartments.forEach(SingleThreadApartment::close);
        callers.shutdownNow();
    }

    private static ApartmentSettings settings() {
        return new ApartmentSettings("base", 2, LONG, 1000, Duration.ofHours(1), LONG, 3);
    }

    private static ApartmentSettings waiting(Duration longest) {
        return new ApartmentSettings("base", 2, longest, 1000, Duration.ofHours(1), LONG, 3);
    }

    private static ApartmentSettings recycled(int calls, Duration age) {
        return new ApartmentSettings("base", 2, LONG, calls, age, LONG, 3);
    }

    private SingleThreadApartment<String> apartment(ApartmentSettings settings) {
        return apartment(settings, threading, sessions);
    }

    private SingleThreadApartment<String> apartment(
            ApartmentSettings settings, Threading threads, Sessions<String> opening) {
        SingleThreadApartment<String> apartment =
                new SingleThreadApartment<>(settings, threads, opening, () -> System.nanoTime() + skipped.get());
        apartments.add(apartment);
        return apartment;
    }

    /** A call that has begun and goes on until {@link #release}. */
    private Future<String> held(SingleThreadApartment<String> apartment, Duration limit) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> call = callers.submit(() -> apartment.call("held", limit, session -> {
            begun.countDown();
            hang();
            return session;
        }));
        begun.await();
        return call;
    }

    private void hang() {
        boolean interrupted = false;
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String which(SingleThreadApartment<String> apartment) {
        return apartment.call("which", LONG, session -> session);
    }

    private static BridgeException refused(SingleThreadApartment<String> apartment) {
        return catchThrowableOfType(BridgeException.class, () -> which(apartment));
    }

    private static Throwable failure(Future<?> call) throws InterruptedException {
        try {
            call.get();
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void the_thread_enters_first_and_leaves_last_and_the_session_lies_between() {
        SingleThreadApartment<String> apartment = apartment(settings());
        assertThat(events).isEmpty();
        assertThat(which(apartment)).isEqualTo("session 1");
        assertThat(which(apartment)).isEqualTo("session 1");
        apartment.close();
        assertThat(events).containsExactly("enter", "open", "close session 1", "leave");
    }

    @Test
    void all_calls_are_made_on_one_platform_thread_of_the_bases_name() {
        SingleThreadApartment<String> apartment = apartment(settings());
        Thread first = apartment.call("a", LONG, session -> Thread.currentThread());
        Thread second = apartment.call("b", LONG, session -> Thread.currentThread());
        assertThat(second).isSameAs(first).isNotSameAs(Thread.currentThread());
        assertThat(first.getName()).startsWith("com-base-");
        assertThat(apartment(settings())
                        .<Thread>call("c", LONG, session -> Thread.currentThread())
                        .getName())
                .isNotEqualTo(first.getName());
    }

    @Test
    void calls_are_made_in_the_order_in_which_they_came() throws Exception {
        SingleThreadApartment<String> apartment =
                apartment(new ApartmentSettings("base", 50, LONG, 1000, LONG, LONG, 3));
        held(apartment, LONG);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            calls.add(callers.submit(() -> apartment.call("n", LONG, session -> order.add(number))));
            until(() -> apartment.waiting() == number + 1);
        }
        release.countDown();
        for (Future<?> call : calls) {
            call.get();
        }
        assertThat(order).isSorted().hasSize(50);
    }

    @Test
    void a_call_made_on_the_thread_itself_runs_at_once() {
        SingleThreadApartment<String> apartment = apartment(settings());
        String answer = apartment.call(
                "outer", LONG, session -> session + apartment.call("inner", LONG, again -> " = " + again));
        assertThat(answer).isEqualTo("session 1 = session 1");
    }

    @Test
    void what_a_task_throws_goes_to_its_caller_and_the_session_stays() {
        SingleThreadApartment<String> apartment = apartment(settings());
        assertThatThrownBy(() -> apartment.call("bad", LONG, session -> {
                    throw new IllegalArgumentException("no such table");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such table");
        assertThatThrownBy(() -> apartment.call("worse", LONG, session -> {
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(which(apartment)).isEqualTo("session 1");
    }

    @Test
    void a_full_queue_refuses_at_once() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        held(apartment, LONG);
        Future<String> first = callers.submit(() -> which(apartment));
        Future<String> second = callers.submit(() -> which(apartment));
        until(() -> apartment.waiting() == 2);
        BridgeException refused = refused(apartment);
        assertThat(refused.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(refused.text().key()).isEqualTo("apartment.full");
        release.countDown();
        assertThat(first.get()).isEqualTo(second.get()).isEqualTo("session 1");
    }

    @Test
    void one_that_waited_too_long_is_dropped_and_never_runs() throws Exception {
        SingleThreadApartment<String> apartment = apartment(waiting(SHORT));
        Future<String> held = held(apartment, LONG);
        AtomicInteger ran = new AtomicInteger();
        BridgeException dropped = catchThrowableOfType(
                BridgeException.class, () -> apartment.call("late", LONG, session -> ran.incrementAndGet()));
        assertThat(dropped.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(dropped.text().key()).isEqualTo("apartment.waited");
        release.countDown();
        held.get();
        which(apartment);
        assertThat(ran).hasValue(0);
    }

    /** A request whose client may leave. */
    private static final class Watched implements Watch {
        private volatile boolean left;
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public boolean left() {
            return left;
        }

        @Override
        public void begun() {
            begun.incrementAndGet();
        }
    }

    @Test
    void what_nobody_waits_for_any_more_does_not_begin() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        Future<String> held = held(apartment, LONG);
        Watched watched = new Watched();
        Future<String> waiting = callers.submit(() -> apartment.call("left", LONG, watched, session -> session));
        until(() -> apartment.waiting() == 1);
        watched.left = true;
        release.countDown();
        held.get();
        BridgeException dropped = (BridgeException) failure(waiting);
        assertThat(dropped.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(dropped.text().key()).isEqualTo("apartment.client.left");
        assertThat(watched.begun).hasValue(0);
        assertThat(which(apartment)).isEqualTo("session 1");
    }

    @Test
    void a_call_tells_its_watch_that_it_begins_and_is_let_to_its_end_though_its_client_left() {
        Watched watched = new Watched();
        String answer = apartment(settings()).call("begun", LONG, watched, session -> {
            watched.left = true;
            return session;
        });
        assertThat(answer).isEqualTo("session 1");
        assertThat(watched.begun).hasValue(1);
    }

    @Test
    void waiting_is_no_part_of_the_limit() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        held(apartment, LONG);
        Future<String> waiting =
                callers.submit(() -> apartment.call("short", Duration.ofSeconds(5), session -> session));
        until(() -> apartment.waiting() == 1);
        skipped.addAndGet(Duration.ofSeconds(10).toNanos());
        release.countDown();
        assertThat(waiting.get()).isEqualTo("session 1");
    }

    @Test
    void a_call_that_hangs_times_out_and_a_fresh_thread_takes_over_for_those_that_wait() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        Future<String> hung = held(apartment, Duration.ofMillis(200));
        Future<String> waiting = callers.submit(() -> which(apartment));
        BridgeException timedOut = (BridgeException) failure(hung);
        assertThat(timedOut.category()).isEqualTo(Category.TIMED_OUT);
        assertThat(waiting.get()).isEqualTo("session 2");
        assertThat(apartment.abandoned()).isOne();
    }

    @Test
    void a_thread_that_comes_back_after_all_leaves_without_closing_what_others_share_and_no_longer_counts()
            throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        assertThat(failure(held(apartment, SHORT))).isInstanceOf(BridgeException.class);
        assertThat(which(apartment)).isEqualTo("session 2");
        release.countDown();
        until(() -> apartment.abandoned() == 0);
        assertThat(events).containsExactly("enter", "open", "enter", "open", "leave");
        assertThat(which(apartment)).isEqualTo("session 2");
    }

    @Test
    void an_abandoned_task_makes_no_further_call() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        CountDownLatch tried = new CountDownLatch(1);
        List<Throwable> seen = new ArrayList<>();
        Future<?> hung = callers.submit(() -> apartment.call("outer", SHORT, session -> {
            hang();
            seen.add(catchThrowableOfType(
                    BridgeException.class, () -> apartment.call("inner", LONG, again -> events.add("inner"))));
            tried.countDown();
            return session;
        }));
        assertThat(failure(hung)).isInstanceOf(BridgeException.class);
        release.countDown();
        tried.await();
        assertThat(((BridgeException) seen.get(0)).category()).isEqualTo(Category.UNREACHABLE);
        assertThat(events).doesNotContain("inner");
    }

    @Test
    void with_the_last_thread_that_may_hang_every_call_says_restart() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        for (int hung = 1; hung <= 3; hung++) {
            assertThat(failure(held(apartment, SHORT))).isInstanceOf(BridgeException.class);
            assertThat(apartment.abandoned()).isEqualTo(hung);
        }
        BridgeException refused = refused(apartment);
        assertThat(refused.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(refused.text().key()).isEqualTo("apartment.worn");
        assertThat(events.stream().filter("enter"::equals)).hasSize(3);
    }

    @Test
    void what_waits_when_the_last_thread_hangs_is_told_too() throws Exception {
        SingleThreadApartment<String> apartment =
                apartment(new ApartmentSettings("base", 2, LONG, 1000, LONG, LONG, 1));
        held(apartment, Duration.ofMillis(200));
        BridgeException refused = refused(apartment);
        assertThat(refused.text().key()).isEqualTo("apartment.worn");
    }

    @Test
    void a_session_is_made_anew_after_its_calls() {
        SingleThreadApartment<String> apartment = apartment(recycled(2, LONG));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seen.add(which(apartment));
        }
        assertThat(seen).containsExactly("session 1", "session 1", "session 2", "session 2", "session 3");
        assertThat(events.subList(0, 6)).containsExactly("enter", "open", "close session 1", "leave", "enter", "open");
    }

    @Test
    void a_thread_that_dies_is_replaced_for_those_that_wait() {
        AtomicInteger left = new AtomicInteger();
        Threading dying = new Threading() {
            @Override
            public void enter() {
                events.add("enter");
            }

            @Override
            public void leave() {
                if (left.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("gone");
                }
            }
        };
        SingleThreadApartment<String> apartment = apartment(recycled(1, LONG), dying, sessions);
        assertThat(which(apartment)).isEqualTo("session 1");
        assertThat(which(apartment)).isEqualTo("session 2");
        assertThat(apartment.abandoned()).isZero();
        assertThat(events).filteredOn("enter"::equals).hasSize(2);
    }

    @Test
    void a_session_is_made_anew_after_its_time() {
        SingleThreadApartment<String> apartment = apartment(recycled(1000, Duration.ofMinutes(30)));
        assertThat(which(apartment)).isEqualTo("session 1");
        skipped.addAndGet(Duration.ofMinutes(29).toNanos());
        assertThat(which(apartment)).isEqualTo("session 1");
        skipped.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(which(apartment)).isEqualTo("session 2");
    }

    @Test
    void a_task_that_broke_its_session_has_it_made_anew_for_the_next() {
        SingleThreadApartment<String> apartment = apartment(settings());
        String broken = apartment.call("breaks", LONG, session -> {
            apartment.recycle();
            return session + apartment.call("goes on", LONG, again -> ", " + again);
        });
        assertThat(broken).isEqualTo("session 1, session 1");
        assertThat(which(apartment)).isEqualTo("session 2");
        assertThat(which(apartment)).isEqualTo("session 2");
    }

    @Test
    void a_session_that_does_not_open_fails_its_caller_and_those_in_the_pause_and_is_tried_again_after_it() {
        AtomicInteger tries = new AtomicInteger();
        SingleThreadApartment<String> apartment = apartment(settings(), threading, new Sessions<>() {
            @Override
            public String open() {
                if (tries.incrementAndGet() <= 3) {
                    throw new IllegalStateException("base not found " + tries);
                }
                return "opened";
            }

            @Override
            public void close(String session) {
                events.add("close " + session);
            }
        });
        assertThatThrownBy(() -> which(apartment)).hasMessage("base not found 1");
        assertThatThrownBy(() -> which(apartment)).hasMessage("base not found 1");
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(() -> which(apartment)).hasMessage("base not found 2");
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(() -> which(apartment)).as("the pause has grown").hasMessage("base not found 2");
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(() -> which(apartment)).hasMessage("base not found 3");
        skipped.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(which(apartment)).isEqualTo("opened");
        assertThat(events).as("the thread stays").containsOnlyOnce("enter");
    }

    @Test
    void a_thread_that_hangs_while_it_opens_a_session_is_abandoned_too() {
        Sessions<String> hanging = new Sessions<>() {
            @Override
            public String open() {
                if (opened.incrementAndGet() == 1) {
                    hang();
                }
                return "session " + opened.get();
            }

            @Override
            public void close(String session) {
                events.add("close " + session);
            }
        };
        SingleThreadApartment<String> apartment =
                apartment(new ApartmentSettings("base", 2, LONG, 1000, LONG, SHORT, 3), threading, hanging);
        assertThat(which(apartment)).isEqualTo("session 2");
        assertThat(apartment.abandoned()).isOne();
    }

    @Test
    void threads_that_hang_while_they_enter_are_bounded() {
        Threading stuck = new Threading() {
            @Override
            public void enter() {
                events.add("enter");
                hang();
            }

            @Override
            public void leave() {
                events.add("leave");
            }
        };
        SingleThreadApartment<String> apartment =
                apartment(new ApartmentSettings("base", 2, LONG, 1000, LONG, SHORT, 2), stuck, sessions);
        assertThat(refused(apartment).text().key()).isEqualTo("apartment.worn");
        assertThat(events).containsExactly("enter", "enter");
    }

    @Test
    void a_caller_that_is_interrupted_before_its_turn_leaves_and_its_task_never_runs() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        Future<String> held = held(apartment, LONG);
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Thread caller = new Thread(() -> {
            BridgeException left = catchThrowableOfType(
                    BridgeException.class, () -> apartment.call("left", LONG, session -> events.add("ran")));
            seen.add(left.category());
            seen.add(Thread.currentThread().isInterrupted());
        });
        caller.start();
        until(() -> apartment.waiting() == 1);
        caller.interrupt();
        caller.join();
        assertThat(seen).containsExactly(Category.UNREACHABLE, true);
        release.countDown();
        held.get();
        which(apartment);
        assertThat(events).doesNotContain("ran");
    }

    @Test
    void a_caller_that_is_interrupted_while_its_task_runs_does_not_know_the_outcome() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        CountDownLatch begun = new CountDownLatch(1);
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Thread caller = new Thread(() -> {
            BridgeException left = catchThrowableOfType(
                    BridgeException.class,
                    () -> apartment.call("write", LONG, session -> {
                        begun.countDown();
                        hang();
                        return events.add("written");
                    }));
            seen.add(left.category());
            seen.add(Thread.currentThread().isInterrupted());
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(seen).containsExactly(Category.TIMED_OUT, true);
        release.countDown();
        assertThat(which(apartment)).as("the same thread goes on").isEqualTo("session 1");
        assertThat(events).contains("written");
    }

    @Test
    void a_task_that_interrupts_its_thread_does_not_disturb_the_next() {
        SingleThreadApartment<String> apartment = apartment(settings());
        apartment.call("interrupts", LONG, session -> {
            Thread.currentThread().interrupt();
            return session;
        });
        assertThat(apartment.<Boolean>call(
                        "next", LONG, session -> Thread.currentThread().isInterrupted()))
                .isFalse();
    }

    @Test
    void closing_lets_the_running_call_end_and_tells_those_that_wait() throws Exception {
        SingleThreadApartment<String> apartment = apartment(settings());
        Thread thread = apartment.call("thread", LONG, session -> Thread.currentThread());
        Future<String> held = held(apartment, LONG);
        Future<String> waiting = callers.submit(() -> which(apartment));
        until(() -> apartment.waiting() == 1);
        Future<?> closing = callers.submit(apartment::close);
        BridgeException told = (BridgeException) failure(waiting);
        assertThat(told.text().key()).isEqualTo("apartment.closed");
        release.countDown();
        closing.get();
        assertThat(held.get()).isEqualTo("session 1");
        assertThat(thread.isAlive()).isFalse();
        assertThat(refused(apartment).category()).isEqualTo(Category.UNREACHABLE);
        assertThat(events).endsWith("close session 1", "leave");
    }

    @Test
    void closing_is_bounded_where_a_call_hangs() throws Exception {
        SingleThreadApartment<String> apartment =
                apartment(new ApartmentSettings("base", 2, LONG, 1000, LONG, SHORT, 3));
        held(apartment, LONG);
        long before = System.nanoTime();
        apartment.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
    }

    @Test
    void many_callers_get_their_own_answers() throws Exception {
        SingleThreadApartment<String> apartment = apartment(new ApartmentSettings("base", 64, LONG, 7, LONG, LONG, 3));
        List<Future<Boolean>> calls = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            int mine = caller;
            calls.add(callers.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    int number = mine * 1000 + i;
                    if (apartment.<Integer>call("n", LONG, session -> number) != number) {
                        return false;
                    }
                }
                return true;
            }));
        }
        for (Future<Boolean> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(opened).hasValue((8 * 200 + 6) / 7);
    }
}
