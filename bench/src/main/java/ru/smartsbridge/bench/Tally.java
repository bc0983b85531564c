package ru.smartsbridge.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What became of the requests of one go. For one thread at a time. */
final class Tally {
    private static final long LEAST = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long MOST = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final Histogram latency = new Histogram(LEAST, MOST, DIGITS);
    private final Histogram lag = new Histogram(LEAST, MOST, DIGITS);
    private long waited;
    private long errors;
    private String firstError;

    /** An answer came whole, so many nanoseconds after its request was due. */
    void answered(long nanos) {
        latency.recordValue(Math.min(nanos, MOST));
    }

    /** A request went out so many nanoseconds after it was due, though its connection was free: the generator's fault. */
    void lagged(long nanos) {
        lag.recordValue(Math.min(nanos, MOST));
    }

    /** A request was due while every connection waited for an answer. */
    void waited() {
        waited++;
    }

    void failed(Exception reason) {
        errors++;
        if (firstError == null) {
            firstError = reason.toString();
        }
    }

    void add(Tally other) {
        latency.add(other.latency);
        lag.add(other.lag);
        waited += other.waited;
        errors += other.errors;
        firstError = firstError == null ? other.firstError : firstError;
    }

    /** Nanoseconds from the time a request was due to the end of its answer. */
    Histogram latency() {
        return latency;
    }

    /** Nanoseconds by which the generator itself was late. */
    Histogram lag() {
        return lag;
    }

    /** Requests that were due while every connection was taken. */
    long late() {
        return waited;
    }

    long answers() {
        return latency.getTotalCount();
    }

    long errors() {
        return errors;
    }

    Optional<String> firstError() {
        return Optional.ofNullable(firstError);
    }
}
