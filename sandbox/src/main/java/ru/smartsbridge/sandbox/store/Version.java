package ru.smartsbridge.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore.TxCounter;

/** One published state of the store, kept while it is the newest one or somebody reads it. Guarded by the {@link Store}. */
final class Version {
    private final Map<String, ShelfView> shelves;
    private final TxCounter usage;
    private final List<MVMap<?, ?>> retired = new ArrayList<>();
    private int readers;

    /**
     * A state.
     *
     * @param usage keeps the pages of this state from being overwritten in the file
     */
    Version(Map<String, ShelfView> shelves, TxCounter usage) {
        this.shelves = Map.copyOf(shelves);
        this.usage = usage;
    }

    Map<String, ShelfView> shelves() {
        return shelves;
    }

    TxCounter usage() {
        return usage;
    }

    /** Maps that this state is the last one to show. */
    List<MVMap<?, ?>> retired() {
        return retired;
    }

    void enter() {
        readers++;
    }

    void leave() {
        readers--;
    }

    boolean unread() {
        return readers == 0;
    }
}
