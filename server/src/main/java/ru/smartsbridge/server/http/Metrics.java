package ru.smartsbridge.server.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.recording.Recorder;
import ru.smartsbridge.server.shadow.Shadow;
import ru.smartsbridge.server.shadow.ShadowOutcome;
import ru.smartsbridge.server.workers.Worker;

/** Counts and times of answers, by base, path and status. Thread-safe. */
final class Metrics implements AutoCloseable {
    private record Key(String base, String path, int status) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();
    /** The registry holds them weakly. */
    private final Queue<Object> held = new ConcurrentLinkedQueue<>();

    /**
     * An answer ended.
     *
     * @param path {@code forwarded} to a server, by a {@code worker}, or {@code typed} here
     * @param status 0 where it was broken off
     */
    void answered(String base, String path, int status, long duration, TimeUnit unit) {
        timers.computeIfAbsent(new Key(base, path, status), this::timer).record(duration, unit);
    }

    private Timer timer(Key key) {
        return Timer.builder("smarts_bridge_requests")
                .description("Requests to a base, from their arrival to the end of the answer")
                .tag("base", key.base())
                .tag("path", key.path())
                .tag("status", key.status() == 0 ? "broken" : Integer.toString(key.status()))
                .register(registry);
    }

    /** Tells of a base which way it goes, how often it went over, and how its workers are. */
    void watch(ServedBase base) {
        for (String kind : List.of("rest", "com", "sandbox")) {
            Gauge.builder(
                            "smarts_bridge_way",
                            base,
                            b -> b.way().filter(way -> way.kind().equals(kind)).isPresent() ? 1 : 0)
                    .description("Whether requests go this way")
                    .tag("base", base.name())
                    .tag("way", kind)
                    .register(registry);
        }
        FunctionCounter.builder("smarts_bridge_switches", base, ServedBase::switches)
                .description("How often a base went over from one way to another")
                .tag("base", base.name())
                .register(registry);
        Gauge.builder(
                        "smarts_bridge_worker_up",
                        base,
                        b -> workers(b).filter(Worker::up).count())
                .description("Worker processes that take requests")
                .tag("base", base.name())
                .register(registry);
        FunctionCounter.builder(
                        "smarts_bridge_worker_starts",
                        base,
                        b -> workers(b).mapToLong(Worker::starts).sum())
                .description("How often a worker process was started")
                .tag("base", base.name())
                .register(registry);
    }

    /** Tells what became of reads that are repeated at a candidate; nothing is told of a base that has none. */
    void watch(String base, Supplier<Optional<Shadow>> shadow) {
        if (shadow.get().isEmpty()) {
            return;
        }
        held.add(shadow);
        for (ShadowOutcome outcome : ShadowOutcome.values()) {
            FunctionCounter.builder("smarts_bridge_shadow_reads", shadow, s -> of(s, one -> one.counted(outcome)))
                    .description("Reads that were to be repeated at the candidate, by what became of them")
                    .tag("base", base)
                    .tag("outcome", outcome.word())
                    .register(registry);
        }
        gauge(
                "smarts_bridge_shadow_waiting",
                "Reads that wait for the candidate or are under way",
                base,
                shadow,
                one -> one.inHand());
        gauge(
                "smarts_bridge_shadow_sparing",
                "Whether the candidate is left alone since it failed too often",
                base,
                shadow,
                one -> one.isSparing() ? 1 : 0);
    }

    /** Tells how many exchanges of a base are recorded, and how many were left out. */
    void watchRecording(String base, Supplier<Optional<Recorder>> recorder) {
        if (recorder.get().isEmpty()) {
            return;
        }
        held.add(recorder);
        FunctionCounter.builder(
                        "smarts_bridge_recorded",
                        recorder,
                        r -> r.get().map(Recorder::kept).orElse(0L))
                .description("Requests with their answers that are recorded")
                .tag("base", base)
                .register(registry);
        FunctionCounter.builder(
                        "smarts_bridge_recorded_dropped",
                        recorder,
                        r -> r.get().map(Recorder::dropped).orElse(0L))
                .description("Requests that the recording lacks")
                .tag("base", base)
                .register(registry);
    }

    private void gauge(
            String name, String what, String base, Supplier<Optional<Shadow>> shadow, ToDoubleFunction<Shadow> number) {
        Gauge.builder(name, shadow, s -> of(s, number))
                .description(what)
                .tag("base", base)
                .register(registry);
    }

    private static double of(Supplier<Optional<Shadow>> shadow, ToDoubleFunction<Shadow> number) {
        return shadow.get().map(number::applyAsDouble).orElse(0.0);
    }

    private static Stream<Worker> workers(ServedBase base) {
        return base.ways().stream().filter(Way.InWorker.class::isInstance).map(way -> ((Way.InWorker) way).worker());
    }

    /** All of them in Prometheus' text form. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
