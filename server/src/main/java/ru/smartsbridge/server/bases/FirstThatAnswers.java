package ru.smartsbridge.server.bases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/**
 * {@code transport: auto} with two sections: asks one way after another, keeps to the first that answers, and asks again
 * while none does. Later ways are opened only when the earlier do not answer.
 */
final class FirstThatAnswers implements Selection {
    private static final Logger LOG = LoggerFactory.getLogger(FirstThatAnswers.class);

    private final String base;
    private final List<Supplier<Way>> candidates;
    private final Duration pause;
    private final ScheduledExecutorService asking;
    private final List<Way> open = new ArrayList<>();
    private volatile Way chosen;
    private volatile Text reason;
    private boolean closed;

    /**
     * Begins asking at once, in the background.
     *
     * @param candidates open a way each
     * @param pause before all are asked again where none has answered
     */
    FirstThatAnswers(String base, List<Supplier<Way>> candidates, Duration pause) {
        this.base = base;
        this.candidates = List.copyOf(candidates);
        this.pause = pause;
        this.reason = BasesTexts.text("auto.asking");
        this.asking = Watchman.named("choice-" + base);
        asking.execute(this::ask);
    }

    private void ask() {
        List<Text> refusals = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Optional<Way> candidate = way(i);
            if (candidate.isEmpty()) {
                return; // closing
            }
            try {
                candidate.get().requireAnswer();
                choose(candidate.get(), refusals);
                return;
            } catch (BridgeException e) {
                refusals.add(BasesTexts.text("auto.refusal", candidate.get().kind(), e.text()));
            }
        }
        reason = BasesTexts.text("auto.none", joined(refusals));
        LOG.warn("Base {}: {}", base, reason);
        try {
            asking.schedule(this::ask, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException closing) {
            LOG.debug("Base {}: the server stops before a way was found", base);
        }
    }

    private synchronized Optional<Way> way(int index) {
        if (closed) {
            return Optional.empty();
        }
        if (open.size() == index) {
            open.add(candidates.get(index).get());
        }
        return Optional.of(open.get(index));
    }

    private void choose(Way way, List<Text> refusals) {
        reason = refusals.isEmpty()
                ? BasesTexts.text("auto.first", way.kind())
                : BasesTexts.text("auto.next", way.kind(), joined(refusals));
        chosen = way;
        LOG.info("Base {}: {}", base, reason);
        List<Way> others;
        synchronized (this) {
            others = open.stream().filter(other -> other != way).toList();
            open.removeAll(others);
        }
        others.forEach(Way::close);
        asking.shutdown();
    }

    /** Texts one after another. */
    static Text joined(List<Text> texts) {
        Text all = texts.get(0);
        for (Text next : texts.subList(1, texts.size())) {
            all = BasesTexts.text("and", all, next);
        }
        return all;
    }

    @Override
    public Way choose() {
        Way way = chosen;
        if (way == null) {
            throw new BridgeException(Category.UNREACHABLE, BasesTexts.text("none", base, reason));
        }
        return way;
    }

    @Override
    public Optional<Way> now() {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Text reason() {
        return reason;
    }

    @Override
    public synchronized List<Way> ways() {
        return List.copyOf(open);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        asking.shutdownNow();
        ways().forEach(Way::close);
    }
}
