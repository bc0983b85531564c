package ru.smartsbridge.server.bases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Text;

/** A base of the configuration with the ways that lead to it. Thread-safe. */
public final class ServedBase implements AutoCloseable {
    private final String name;
    private final Selection selection;
    private final UploadWatch uploads;

    ServedBase(String name, Selection selection, UploadWatch uploads) {
        this.name = name;
        this.selection = selection;
        this.uploads = uploads;
    }

    /** In the configuration. */
    public String name() {
        return name;
    }

    /**
     * The way for a new request.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where none is found yet, and why
     */
    public Way choose() {
        return selection.choose();
    }

    /** Where a request goes instead of which nothing has reached the end of {@code way}; empty where nowhere. */
    public Optional<Way> instead(Way way, String method, String path) {
        return selection.instead(way, uploads.goesOn(method, path));
    }

    /** The way now; empty where none is found yet. */
    public Optional<Way> way() {
        return selection.now();
    }

    /** Why it is this one. */
    public Text reason() {
        return selection.reason();
    }

    /** How often it went over from one way to another. */
    public long switches() {
        return selection.switches();
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

    /** All ways that are open. */
    public List<Way> ways() {
        return selection.ways();
    }

    /** Those uploads that a server behind it has open, as far as the bridge has seen. */
    public UploadWatch uploads() {
        return uploads;
    }

    @Override
    public void close() {
        selection.close();
    }
}
