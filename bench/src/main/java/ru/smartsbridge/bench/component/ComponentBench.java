package ru.smartsbridge.bench.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.ToLongFunction;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.com.naive.NaiveExchange;

/**
 * Measures the COM transport beside a loop of COM calls: {@code ComponentBench CONNECTION STATE_FOLDER PRODUCTS LINES
 * ROUNDS [EXCHANGE_FOLDER]}, in a Windows JVM.
 *
 * <p>Both ways work in turns on one base of one component, so that what the component itself costs is in both figures.
 */
public final class ComponentBench {
    private static final String TYPE_UNI = "PrihodNaSklad";
    private static final String TYPE_NAME = "ПриходНаСклад";
    /** Declared for products by the lab's base. */
    private static final String FIELD = "ВидТовара";

    private static final String PROPERTY = "vidTovara";

    private final int products;
    private final int lines;
    private final int rounds;

    private ComponentBench(int products, int lines, int rounds) {
        this.products = products;
        this.lines = lines;
        this.rounds = rounds;
    }

    /** Runs the bench on a thread of its own, which is the naive way's apartment. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> com = new HashMap<>(Map.of("connection", arguments[0], "isolation", "none"));
        if (arguments.length > 5) {
            com.put("exchange", arguments[5]);
        }
        Path state = Files.createDirectories(Path.of(arguments[1]));
        ComponentBench bench = new ComponentBench(
                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Transport transport = ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals("com"))
                .findFirst()
                .orElseThrow()
                .open(new BaseSettings("bench", ZoneId.of("Europe/Moscow"), state, com));
        try (ByTransport ours = new ByTransport(transport, TYPE_UNI, TYPE_NAME, PROPERTY)) {
            ours.connect(); // which loads JACOB's native half for both
            try (Exchange naive = new ByCalls(new NaiveExchange(arguments[0]), TYPE_NAME, FIELD)) {
                bench.run(ours, naive);
            }
        }
    }

    private void run(Exchange ours, Exchange naive) {
        int[] number = {0};
        compare("product uploaded", products, ours, naive, way -> {
            way.uploadProducts("b" + number[0]++ + "-", products);
            return products;
        });
        compare("product read", products, ours, naive, Exchange::readProducts);
        compare("line written", lines, ours, naive, way -> {
            way.writeDocument("bench-" + number[0]++, lines);
            return lines;
        });
        ours.writeDocument("bench-read", lines);
        compare("line read", lines, ours, naive, way -> way.readDocument("bench-read"));
        for (int i = 0; i < number[0]; i++) {
            naive.removeDocument("bench-" + i);
        }
        naive.removeDocument("bench-read");
    }

    /** One round each to warm up, then in turns; medians of the microseconds per piece. */
    private void compare(String piece, int size, Exchange ours, Exchange naive, ToLongFunction<Exchange> work) {
        micros(ours, work);
        micros(naive, work);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            first.add(micros(ours, work));
            second.add(micros(naive, work));
            ratios.add(second.get(round) / first.get(round));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%-17s of %6d | transport %8.1f us (%.1f-%.1f) | loop of calls %8.1f us (%.1f-%.1f) | ratio %.1f (%.1f-%.1f)",
                piece,
                size,
                median(first),
                least(first),
                most(first),
                median(second),
                least(second),
                most(second),
                median(ratios),
                least(ratios),
                most(ratios)));
    }

    private static double micros(Exchange way, ToLongFunction<Exchange> work) {
        long start = System.nanoTime();
        long pieces = work.applyAsLong(way);
        if (pieces <= 0) {
            throw new IllegalStateException("nothing was done, so nothing is measured");
        }
        return (System.nanoTime() - start) / 1_000.0 / pieces;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }

    private static double least(List<Double> figures) {
        return figures.stream().min(Double::compare).orElseThrow();
    }

    private static double most(List<Double> figures) {
        return figures.stream().max(Double::compare).orElseThrow();
    }
}
