package ru.smartsbridge.com.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.ComFailure;

/**
 * One run of the component's Begin, batches and End; in the apartment but for {@link #giveUp}.
 *
 * @param <S> the session that carries it over
 */
final class Sending<S> {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** JSON of a batch in bytes: its XML is of about that size, and its objects are what the component has to hold. */
    private static final long BATCH_BYTES = 4 << 20;

    /** How far it came. */
    enum Stage {
        /** Nothing was asked of the component that would change anything. */
        NOTHING,
        /** Between its Begin and its End. */
        BATCHES,
        /** Its End was asked for. */
        END
    }

    private final Destination<?, S> destination;
    private final Gathered gathered;
    private final BooleanSupplier wanted;
    private final BatchEdges edges = new BatchEdges();
    private Stage stage = Stage.NOTHING;
    private boolean givenUp;

    /** @param wanted whether somebody still waits for it; asked between batches */
    Sending(Destination<?, S> destination, Gathered gathered, BooleanSupplier wanted) {
        this.destination = destination;
        this.gathered = gathered;
        this.wanted = wanted;
    }

    /**
     * Has it stop before its next step, the component's End being the last one; from any thread.
     *
     * @return how far it came, and will not get further
     */
    synchronized Stage giveUp() {
        givenUp = true;
        return stage;
    }

    /** The step to the next stage: not taken where it was given up, so that its caller's word on it stays true. */
    private synchronized void reach(Stage next) {
        requireWanted();
        stage = next;
    }

    /** Carries all of it over. */
    void run(S session) {
        requireWanted();
        destination.before(session, gathered);
        try (Destination.Carrier carrier = destination.carrier(session, gathered)) {
            boolean ended = false;
            try {
                reach(Stage.BATCHES);
                carrier.begin();
                batches(carrier);
                reach(Stage.END);
                carrier.end();
                ended = true;
            } finally {
                if (!ended) {
                    // after a failed End too: an upload that stays begun would refuse the next one
                    reset(carrier);
                }
            }
        }
        destination.verify(session, gathered, edges);
    }

    /**
     * The failure that led here is the one to be told. Also by a run that comes back after its time: at worst a repeated
     * upload that is under way by then fails and says so, where a table that stays begun would refuse every further one.
     */
    private void reset(Destination.Carrier carrier) {
        try {
            carrier.reset();
        } catch (ComFailure e) {
            LOG.warn(
                    "The reset of a failed upload of {} failed too",
                    destination.target().name(),
                    e);
        }
    }

    private synchronized void requireWanted() {
        if (givenUp || !wanted.getAsBoolean()) {
            throw ApiTexts.conflict("upload.gone", destination.target().name());
        }
    }

    private void batches(Destination.Carrier carrier) {
        Gathered.Entities entities = gathered.entities();
        while (entities.hasNext()) {
            requireWanted();
            List<Properties> batch = new ArrayList<>(destination.batch());
            List<Properties> alone = new ArrayList<>();
            String first = null;
            String last = null;
            for (long bytes = 0;
                    entities.hasNext() && batch.size() + alone.size() < destination.batch() && bytes < BATCH_BYTES; ) {
                Spooled next = entities.next();
                first = first == null ? next.key() : first;
                last = next.key();
                (entities.lastAlone() ? alone : batch).add(destination.sent(next.entity()));
                bytes += entities.bytes();
            }
            edges.add(first, last);
            if (!batch.isEmpty()) {
                carrier.upload(batch);
            }
            for (Properties entity : alone) {
                requireWanted();
                carrier.end();
                carrier.begin();
                carrier.upload(List.of(entity));
            }
        }
    }
}
