package ru.smartsbridge.sandbox.store;

import java.util.List;
import java.util.Optional;

/** All sets of the base as they were at one moment; what was written later does not show. Closed by who took it. */
public final class Snapshot implements AutoCloseable {
    private final Store store;
    private final Version version;
    private boolean open = true;

    Snapshot(Store store, Version version) {
        this.store = store;
        this.version = version;
    }

    /** The set of that name; empty where nothing was ever put into it. */
    public Optional<ShelfView> shelf(String name) {
        return Optional.ofNullable(version.shelves().get(name));
    }

    /** The names that begin so, in order of the alphabet. */
    public List<String> shelves(String prefix) {
        return version.shelves().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Gives back what it kept from being overwritten. May be called twice. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            store.release(version);
        }
    }
}
