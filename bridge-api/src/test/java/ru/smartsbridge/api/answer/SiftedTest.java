package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;

/** Whoever tests them, those that match come in their order, and nothing is taken far ahead. */
@Timeout(60)
class SiftedTest {
    private static final Executor NOBODY = work -> {};

    private final ExecutorService others = Executors.newFixedThreadPool(3);
    private final AtomicInteger taken = new AtomicInteger();

    @AfterEach
    void end() throws InterruptedException {
        others.shutdownNow();
        assertThat(others.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private record Numbered(int number, long weight) implements Sketch {
        @Override
        public Node part() {
            return whole();
        }

        @Override
        public Node whole() {
            return Node.of(Properties.EMPTY);
        }
    }

    private Iterator<Sketch> numbers(int count, long weight) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    taken.incrementAndGet();
                    return (Sketch) new Numbered(i, weight);
                })
                .iterator();
    }

    private static int number(Sketch sketch) {
        return ((Numbered) sketch).number();
    }

    private static List<Integer> numbers(Iterator<Sketch> sketches) {
        List<Integer> numbers = new ArrayList<>();
        sketches.forEachRemaining(sketch -> numbers.add(number(sketch)));
        return numbers;
    }

    @Test
    void those_that_match_come_in_their_order_whoever_tests_them() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            int count = random.nextInt(8_000);
            int salt = random.nextInt();
            int share = 1 + random.nextInt(50);
            Predicate<Integer> wanted = number -> Math.floorMod(number * 31 + salt, share) == 0;
            List<Integer> expected =
                    IntStream.range(0, count).boxed().filter(wanted).toList();
            for (Executor executor : List.of(NOBODY, Runnable::run, others)) {
                Sifted sifted = new Sifted(
                        numbers(count, random.nextInt(3_000)), sketch -> wanted.test(number(sketch)), executor);
                assertThat(numbers(sifted)).as("seed %d, run %d", seed, run).isEqualTo(expected);
                assertThat(sifted).isExhausted();
            }
        }
    }

    @Test
    void several_threads_test_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        Sifted sifted = new Sifted(
                numbers(4_000, 1),
                sketch -> {
                    if (number(sketch) >= 1_000 && number(sketch) % 256 == 0) {
                        meet(both);
                    }
                    return number(sketch) == 3_500;
                },
                others);
        assertThat(number(sifted.next())).isEqualTo(3_500);
    }

    /** Each batch has one that waits here, and there is an even number of them before the one that is looked for. */
    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody else tests", e);
        }
    }

    @Test
    void few_are_tested_as_they_are_asked_for() {
        Sifted sifted = new Sifted(numbers(100_000, 1), sketch -> true, others);
        assertThat(number(sifted.next())).isZero();
        assertThat(taken).hasValue(1);
    }

    @Test
    void no_more_is_taken_ahead_than_a_few_batches() {
        Sifted sifted = new Sifted(numbers(100_000, 1), sketch -> number(sketch) >= 1_000, others);
        assertThat(number(sifted.next())).isEqualTo(1_000);
        assertThat(taken.get()).isLessThanOrEqualTo(1_000 + 8 * 256);
    }

    @Test
    void of_large_ones_fewer_are_taken_ahead() {
        Sifted sifted = new Sifted(numbers(100_000, 1 << 20), sketch -> number(sketch) >= 1_000, others);
        assertThat(number(sifted.next())).isEqualTo(1_000);
        assertThat(taken.get()).isLessThanOrEqualTo(1_000 + 8);
    }

    @Test
    void what_fails_fails_behind_those_that_were_found_before() {
        for (Executor executor : List.of(NOBODY, Runnable::run, others)) {
            Sifted sifted = new Sifted(
                    numbers(5_000, 1),
                    sketch -> {
                        if (number(sketch) >= 3_000) {
                            throw new IllegalArgumentException("at " + number(sketch));
                        }
                        return number(sketch) % 1_000 == 999;
                    },
                    executor);
            assertThat(List.of(number(sifted.next()), number(sifted.next()), number(sifted.next())))
                    .containsExactly(999, 1_999, 2_999);
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(sifted::hasNext)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("at 3000");
            }
        }
    }

    @Test
    void who_is_interrupted_while_another_thread_tests_gets_no_more_and_ends_it() throws Exception {
        Thread asking = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Sifted sifted = new Sifted(
                numbers(1_100, 1), // one batch behind the first few
                sketch -> {
                    if (number(sketch) >= 1_000) {
                        assertThat(Thread.currentThread()).isNotSameAs(asking);
                        begun.countDown();
                        asking.interrupt();
                        waitForInterrupt();
                        ended.countDown();
                    }
                    return false;
                },
                work -> {
                    others.execute(work);
                    await(begun);
                });
        BridgeException interrupted = catchThrowableOfType(BridgeException.class, sifted::hasNext);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.category()).isEqualTo(Category.UNREACHABLE);
        await(ended);
        assertThatThrownBy(sifted::hasNext).isSameAs(interrupted);
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForInterrupt() {
        try {
            assertThat(new CountDownLatch(1).await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void who_is_interrupted_while_testing_gets_no_more() {
        Sifted sifted = new Sifted(
                numbers(5_000, 1),
                sketch -> {
                    if (number(sketch) == 2_000) {
                        Thread.currentThread().interrupt();
                    }
                    return number(sketch) == 1_500 || number(sketch) == 2_500;
                },
                NOBODY);
        assertThat(number(sifted.next())).isEqualTo(1_500);
        assertThatThrownBy(sifted::hasNext)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(Category.UNREACHABLE));
        assertThat(Thread.interrupted()).isTrue();
    }
}
