package ru.smartsbridge.server.shadow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.migration.run.AnswerComparison.Finding;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.server.config.Trial;
import ru.smartsbridge.server.watch.InnerDoor;
import ru.smartsbridge.server.watch.Onlooker;
import ru.smartsbridge.server.watch.Seen;

/**
 * Repeats a share of one base's reads at its candidate, when the client has its answer, and compares the two answers.
 * Writes are never repeated. What there is no time for is dropped and counted. Thread-safe.
 */
public final class Shadow implements Onlooker {
    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
    private static final int FAILURES = 5;
    private static final Duration SPARED = Duration.ofSeconds(30);
    private static final int SETS = 1000;
    private static final int BROKEN_BACKEND = 502;
    private static final long STOP_SECONDS = 5;

    private final String base;
    private final Trial.Shadowing settings;
    private final InnerDoor door;
    private final Findings findings;
    private final Breaker breaker = new Breaker(FAILURES, SPARED);
    private final ThreadPoolExecutor threads;
    /** Reads that were seen to begin and are not yet dealt with. */
    private final AtomicInteger inHand = new AtomicInteger();
    /** How often something was written, by the first step of the path. */
    private final Map<String, LongAdder> writes = new ConcurrentHashMap<>();

    private final Map<ShadowOutcome, LongAdder> outcomes = new EnumMap<>(ShadowOutcome.class);

    /**
     * @param door by which the candidate is asked
     * @param findings keeps what the comparison of answers finds
     */
    public Shadow(String base, Trial.Shadowing settings, InnerDoor door, Findings findings) {
        this.base = base;
        this.settings = settings;
        this.door = door;
        this.findings = findings;
        Arrays.stream(ShadowOutcome.values()).forEach(outcome -> outcomes.put(outcome, new LongAdder()));
        this.threads = new ThreadPoolExecutor(
                settings.concurrent(),
                settings.concurrent(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "shadow-" + base);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Look look(String method, String path) {
        String set = firstStep(path);
        if (!method.equals("GET")) {
            return method.equals("HEAD") || method.equals("OPTIONS") ? Look.NONE : new Write(set);
        }
        if (ThreadLocalRandom.current().nextDouble() >= settings.sample()) {
            return Look.NONE;
        }
        if (!breaker.wouldAllow(System.nanoTime())) {
            count(ShadowOutcome.SPARED);
            return Look.NONE;
        }
        if (inHand.incrementAndGet() > settings.concurrent() + settings.waiting()) {
            inHand.decrementAndGet();
            count(ShadowOutcome.DROPPED);
            return Look.NONE;
        }
        return new Read(set, written(set));
    }

    private static String firstStep(String path) {
        int slash = path.indexOf('/');
        int bracket = path.indexOf('(');
        int end = Math.min(slash < 0 ? path.length() : slash, bracket < 0 ? path.length() : bracket);
        return path.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private long written(String set) {
        LongAdder count = writes.get(set);
        return count == null ? 0 : count.sum();
    }

    /** A write counts when it begins and when it ends: what is read in between is of neither. */
    private final class Write implements Look {
        private final String set;

        Write(String set) {
            this.set = set;
            add();
        }

        private void add() {
            if (writes.size() < SETS || writes.containsKey(set)) {
                writes.computeIfAbsent(set, first -> new LongAdder()).increment();
            }
        }

        @Override
        public boolean wantsContent() {
            return false;
        }

        @Override
        public void ended(Seen none) {
            add();
        }
    }

    /** A read that is to be repeated. */
    private final class Read implements Look {
        private final String set;
        private final long writtenBefore;

        Read(String set, long writtenBefore) {
            this.set = set;
            this.writtenBefore = writtenBefore;
        }

        @Override
        public boolean wantsContent() {
            return true;
        }

        @Override
        public void ended(Seen seen) {
            try {
                threads.execute(() -> {
                    try (seen) {
                        count(repeated(seen));
                    } finally {
                        inHand.decrementAndGet();
                    }
                });
            } catch (RejectedExecutionException stopping) {
                inHand.decrementAndGet();
                seen.close();
            }
        }

        private ShadowOutcome repeated(Seen seen) {
            if (seen.status() == 0 || !seen.answered().whole()) {
                return ShadowOutcome.UNREADABLE;
            }
            if (!breaker.allows(System.nanoTime())) {
                return ShadowOutcome.SPARED;
            }
            ReadRequest request = new ReadRequest(seen.path(), seen.query());
            try {
                ReadAnswer answer = door.ask(settings.candidate(), request, headers(seen), settings.timeout());
                if (answer.status() >= BROKEN_BACKEND && seen.status() < BROKEN_BACKEND) {
                    return failed(request, Findings.status(answer.status()));
                }
                breaker.succeeded();
                if (written(set) != writtenBefore) {
                    return ShadowOutcome.OUTDATED;
                }
                return outcome(findings.compare(request, answered(seen), answer));
            } catch (BridgeException e) {
                return failed(request, Failure.of(e));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return ShadowOutcome.DROPPED;
            } catch (IOException | RuntimeException unusable) {
                LOG.warn("Base {}: an answer to {} could not be compared", base, seen.path(), unusable);
                return ShadowOutcome.UNREADABLE;
            }
        }

        private ShadowOutcome failed(ReadRequest request, Failure failure) {
            breaker.failed(System.nanoTime());
            findings.failed(request, failure);
            return ShadowOutcome.FAILED;
        }
    }

    private static ShadowOutcome outcome(Finding finding) {
        return switch (finding) {
            case SAME -> ShadowOutcome.SAME;
            case DIFFERENT -> ShadowOutcome.DIFFERENT;
            case UNREADABLE -> ShadowOutcome.UNREADABLE;
        };
    }

    private static Map<String, String> headers(Seen seen) {
        Map<String, String> headers = new HashMap<>(seen.headers());
        headers.remove("Content-Type");
        headers.remove("Content-Encoding");
        seen.authorization().ifPresent(value -> headers.put("Authorization", value));
        return headers;
    }

    private static ReadAnswer answered(Seen seen) throws IOException {
        byte[] body = seen.answered().bytes();
        if (seen.answerCoding().equalsIgnoreCase("gzip")) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        } else if (!seen.answerCoding().isEmpty() && !seen.answerCoding().equalsIgnoreCase("identity")) {
            throw new IOException("packed as " + seen.answerCoding());
        }
        return new ReadAnswer(seen.status(), seen.answerType(), body, seen.nanos());
    }

    private void count(ShadowOutcome outcome) {
        outcomes.get(outcome).increment();
    }

    /** How many reads had this outcome since the start. */
    public long counted(ShadowOutcome outcome) {
        return outcomes.get(outcome).sum();
    }

    /** Reads that are waiting or under way. */
    public int inHand() {
        return inHand.get();
    }

    /** Whether the candidate is left alone for a while. */
    public boolean isSparing() {
        return breaker.isOpen();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Base {}: a request to the candidate did not end within {} s", base, STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        findings.close();
    }
}
