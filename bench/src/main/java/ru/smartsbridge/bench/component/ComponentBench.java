package ru.smartsbridge.bench.component;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.com.ComProvider;
import ru.smartsbridge.com.naive.NaiveExchange;

/**
 * Measures the COM transport beside a loop of COM calls: {@code ComponentBench CONNECTION STATE_FOLDER PRODUCTS LINES
 * ROUNDS WARM_UP_SECONDS [EXCHANGE_FOLDER]}, in a Windows JVM.
 *
 * <p>Both ways work in turns on one base of one component, so that what the component itself costs is in both figures.
 */
public final class ComponentBench {
    private static final String TYPE_UNI = "PrihodNaSklad";
    private static final String TYPE_NAME = "ПриходНаСклад";

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int DOCUMENTS = 20;
    private final int products;
    private final int lines;
    private final int rounds;
    private final Duration warmUp;

    private ComponentBench(int products, int lines, int rounds, Duration warmUp) {
        this.products = products;
        this.lines = lines;
        this.rounds = rounds;
        this.warmUp = warmUp;
    }

    /** Runs the bench on a thread of its own, which is the naive way's apartment. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> com = new HashMap<>(Map.of("connection", arguments[0], "isolation", "none"));
        if (arguments.length > 6) {
            com.put("exchange", arguments[6]);
        }
        Path state = Files.createDirectories(Path.of(arguments[1]));
        ComponentBench bench = new ComponentBench(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Duration.ofSeconds(Long.parseLong(arguments[5])));
        Transport transport = new ComProvider().open(new BaseSettings("bench", ZoneId.of("Europe/Moscow"), state, com));
        try (ByTransport ours = new ByTransport(transport, TYPE_UNI, TYPE_NAME)) {
            ours.connect(); // which loads JACOB's native half for both
            try (Exchange naive = new ByCalls(new NaiveExchange(arguments[0]), TYPE_NAME)) {
                bench.run(ours, naive);
            }
        }
    }

    private void run(Exchange ours, Exchange naive) {
        compare("product uploaded", products, ours, naive, way -> {
            way.uploadProducts("b-", products); // the same ones each time, so that the book does not grow
            return products;
        });
        compare("product read", products, ours, naive, Exchange::readProducts);
        compare("line written", lines, ours, naive, way -> {
            for (int i = 0; i < DOCUMENTS; i++) {
                way.writeDocument("bench-" + i, lines);
            }
            return (long) DOCUMENTS * lines;
        });
        compare("line read", lines, ours, naive, way -> {
            long read = 0;
            for (int i = 0; i < DOCUMENTS; i++) {
                read += way.readDocument("bench-" + i);
            }
            return read;
        });
        for (int i = 0; i < DOCUMENTS; i++) {
            ours.removeDocument("bench-" + i);
        }
    }

    /** What a piece took: by the clock, and of the processors. */
    private record Cost(double clock, double processor) {}

    /** Each way warms up for the same time, then in turns; medians of the microseconds per piece, least and most in brackets. */
    private void compare(String piece, int size, Exchange ours, Exchange naive, ToLongFunction<Exchange> work) {
        warmUp(ours, work);
        warmUp(naive, work);
        List<Cost> first = new ArrayList<>();
        List<Cost> second = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            first.add(cost(ours, work));
            second.add(cost(naive, work));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%-16s | %7d | clock us: transport %s, loop %s, ratio %s | processor us: transport %s, loop %s, ratio %s",
                piece,
                size,
                Spread.of(first, Cost::clock),
                Spread.of(second, Cost::clock),
                Spread.ratio(first, second, Cost::clock),
                Spread.of(first, Cost::processor),
                Spread.of(second, Cost::processor),
                Spread.ratio(first, second, Cost::processor)));
    }

    /** By the clock, not by rounds: the compilers want seconds, and the faster way has more rounds in them. */
    private void warmUp(Exchange way, ToLongFunction<Exchange> work) {
        long start = System.nanoTime();
        do {
            cost(way, work);
        } while (System.nanoTime() - start < warmUp.toNanos());
    }

    private static Cost cost(Exchange way, ToLongFunction<Exchange> work) {
        System.gc(); // what the one way has left behind is not paid by the other
        long start = System.nanoTime();
        long before = PROCESS.getProcessCpuTime();
        long pieces = work.applyAsLong(way);
        long processor = PROCESS.getProcessCpuTime() - before;
        long clock = System.nanoTime() - start;
        if (pieces <= 0) {
            throw new IllegalStateException("nothing was done, so nothing is measured");
        }
        return new Cost(clock / 1_000.0 / pieces, processor / 1_000.0 / pieces);
    }

    /** A median with its least and most. */
    private record Spread(double median, double least, double most) {
        static Spread of(List<Cost> costs, ToDoubleFunction<Cost> figure) {
            return of(costs.stream().mapToDouble(figure).sorted().toArray());
        }

        static Spread ratio(List<Cost> costs, List<Cost> others, ToDoubleFunction<Cost> figure) {
            return of(IntStream.range(0, costs.size())
                    .mapToDouble(i -> figure.applyAsDouble(others.get(i)) / figure.applyAsDouble(costs.get(i)))
                    .sorted()
                    .toArray());
        }

        private static Spread of(double[] sorted) {
            return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f (%.1f-%.1f)", median, least, most);
        }
    }
}
