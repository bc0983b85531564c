package ru.smartsbridge.server.bases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Text;

/**
 * A base of the configuration with the ways that lead to it. Where the configuration is changed, new requests take the new
 * ways, and uploads that were begun end where they were begun. Thread-safe.
 */
public final class ServedBase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedBase.class);

    private final String name;
    private volatile Arrangement now;
    /** Those that wait for what is under way on them. */
    private final List<Arrangement> leaving = new CopyOnWriteArrayList<>();

    private volatile long switchesBefore;

    ServedBase(String name, Arrangement arrangement) {
        this.name = name;
        this.now = arrangement;
    }

    /** In the configuration. */
    public String name() {
        return name;
    }

    /**
     * The way for a new request of the bridge's own.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where none is found yet, and why
     */
    public Way choose() {
        return now.selection().choose();
    }

    /**
     * A client's request comes in; its {@link Passage#ended} must be called.
     *
     * @param path below the API's root, as on the wire
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where there is no way yet, and why
     */
    public Passage enter(String method, String path) {
        while (true) {
            Arrangement arrangement = forRequest(method, path);
            if (arrangement.enter()) {
                boolean found = false;
                try {
                    Passage passage = new Passage(
                            arrangement, method, path, arrangement.selection().choose());
                    found = true;
                    return passage;
                } finally {
                    if (!found) {
                        arrangement.leave();
                    }
                }
            }
        }
    }

    /** Where the upload is open that the request goes on with, else the ways of now. */
    private Arrangement forRequest(String method, String path) {
        for (Arrangement old : leaving) {
            if (old.onAllWays().isOpenFor(method, path)) {
                return old;
            }
        }
        return now;
    }

    /** Takes other ways from now on. */
    void go(Arrangement other) {
        Arrangement old = now;
        switchesBefore += old.selection().switches() + 1;
        leaving.add(old);
        now = other;
        LOG.warn(
                "Base {}: its configuration was changed, it is {} now",
                name,
                other.selection().reason());
    }

    /** Ends old ways on which nothing is under way any more; asks them, which takes time. */
    void settle() {
        for (Arrangement old : leaving) {
            if (old.endIfIdle()) {
                leaving.remove(old);
                LOG.info("Base {}: nothing is under way any more on its former way", name);
            }
        }
    }

    /** Takes no new requests; gives whether nothing was under way, and all is closed. */
    boolean endIfIdle() {
        settle();
        return leaving.isEmpty() && now.endIfIdle();
    }

    /** The way now; empty where none is found yet. */
    public Optional<Way> way() {
        return now.selection().now();
    }

    /** Why it is this one. */
    public Text reason() {
        return now.selection().reason();
    }

    /** How often it went over from one way to another. */
    public long switches() {
        return switchesBefore + now.selection().switches();
    }

    /**
     * The id of its database.
     *
     * @return null where it has none
     * @throws ru.smartsbridge.api.error.BridgeException where it does not answer
     */
    String databaseId(Call call) {
        Way way = choose();
        return way instanceof Way.Here here
                ? here.base().transport().baseInfo(call).id()
                : ((Way.InWorker) way).worker().status(Locale.ROOT).text("id");
    }

    /** All ways that are open, former ones on which something is under way included. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>(now.selection().ways());
        leaving.forEach(old -> ways.addAll(old.selection().ways()));
        return ways;
    }

    @Override
    public void close() {
        Stream.concat(Stream.of(now), leaving.stream())
                .forEach(arrangement -> arrangement.selection().close());
    }
}
