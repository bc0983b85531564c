package ru.smartsbridge.com.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.text.ComTexts;

/**
 * Turns what the component refuses into the one family of errors, with the reason from the component's own log and what
 * to do. One for a base; used on its apartment's thread.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String MASK = "***";

    private final List<String> secrets;
    private final ConnectionSettings settings;
    private final Optional<ComponentLog> log;

    public Failures(ConnectionSettings settings) {
        this(settings, settings.log().or(ComponentLog::usualFolder).map(ComponentLog::new));
    }

    Failures(ConnectionSettings settings, Optional<ComponentLog> log) {
        this.secrets = settings.secrets().toList();
        this.settings = settings;
        this.log = log;
    }

    /**
     * Makes the calls of a task, or of the opening of a session.
     *
     * @param what the task's name, for the log
     * @param gone is run where the component's process is gone: the session has to be made anew before the next task
     * @throws BridgeException in place of a {@link ComFailure}; everything else passes as it is
     */
    public <R> R explained(String what, Supplier<? extends R> calls, Runnable gone) {
        Optional<ComponentLog.Mark> begin = log.map(ComponentLog::mark);
        try {
            return calls.get();
        } catch (ComFailure failure) {
            if (failure.sessionGone()) {
                gone.run();
            }
            List<LogEntry> appended = begin.filter(mark -> Hresults.isComponents(failure))
                    .map(mark -> log.orElseThrow().since(mark))
                    .orElse(List.of());
            throw explained(what, failure, appended);
        }
    }

    private BridgeException explained(String what, ComFailure failure, List<LogEntry> appended) {
        Optional<Reason> reason = Reason.of(appended, failure.attempted());
        Text text = failure.hresult() == ComFailure.ANSWERED_FALSE
                ? ComTexts.text("failure.false", failure.attempted())
                : ComTexts.text("failure", failure.attempted(), Hresults.written(failure.hresult()));
        // what the component said of this very call is surer than what somebody wrote to its log meanwhile
        boolean certain = reason.map(Reason::certain).orElse(true)
                || failure.description().isPresent();
        Optional<String> said = reason.filter(
                        found -> found.certain() || failure.description().isEmpty())
                .map(Reason::message)
                .or(failure::description)
                .map(this::masked);
        if (said.isPresent()) {
            text = ComTexts.text(certain ? "failure.reason" : "failure.reason.probably", text, said.get());
        }
        Optional<Text> hint = Hints.of(failure, reason, settings);
        if (hint.isPresent()) {
            text = ComTexts.text("failure.hint", text, hint.get());
        }
        BridgeException explained = new BridgeException(Verdict.of(failure, reason), text, failure);
        LOG.warn("{}: {}", what, explained.getMessage());
        return explained;
    }

    /** Without the full stops at its end, as our own sentences are: another may follow. */
    private String masked(String text) {
        String masked = text.replaceAll("[.\\s]+$", "");
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
