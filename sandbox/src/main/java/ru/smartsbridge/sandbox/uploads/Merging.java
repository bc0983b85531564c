package ru.smartsbridge.sandbox.uploads;

import java.util.Iterator;
import java.util.function.BiConsumer;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Store;
import ru.smartsbridge.sandbox.store.Stored;

/** The two ways in which what was uploaded gets into a set. */
final class Merging {
    private Merging() {}

    /** Merges into what is there, or replaces it; {@code put} puts one into the set, the later over the earlier. */
    static void into(Base base, String shelf, Mode mode, Iterator<Stored> added, BiConsumer<Shelf, Stored> put) {
        Store store = base.store();
        if (mode == Mode.UPDATE) {
            store.write(writing -> {
                Shelf live = writing.shelf(shelf);
                added.forEachRemaining(stored -> put.accept(live, stored));
                return null;
            });
            return;
        }
        // built beside the old one, so that other writers need not wait for it
        Shelf fresh = store.newShelf(base.keys(shelf));
        boolean placed = false;
        try {
            added.forEachRemaining(stored -> put.accept(fresh, stored));
            store.write(writing -> {
                writing.replace(shelf, fresh);
                return null;
            });
            placed = true;
        } finally {
            if (!placed) {
                store.drop(fresh);
            }
        }
    }
}
