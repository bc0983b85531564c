package ru.smartsbridge.server.http;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Counts and times of answers, by base, path and status. Thread-safe. */
final class Metrics implements AutoCloseable {
    private record Key(String base, boolean forwarded, int status) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    /**
     * An answer ended.
     *
     * @param status 0 where it was broken off
     */
    void answered(String base, boolean forwarded, int status, long duration, TimeUnit unit) {
        timers.computeIfAbsent(new Key(base, forwarded, status), this::timer).record(duration, unit);
    }

    private Timer timer(Key key) {
        return Timer.builder("smarts_bridge_requests")
                .description("Requests to a base, from their arrival to the end of the answer")
                .tag("base", key.base())
                .tag("path", key.forwarded() ? "forwarded" : "typed")
                .tag("status", key.status() == 0 ? "broken" : Integer.toString(key.status()))
                .register(registry);
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
