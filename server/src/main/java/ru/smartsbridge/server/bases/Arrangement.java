package ru.smartsbridge.server.bases;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How a base is reached from one change of its configuration to the next: its ways, the uploads that are open on them, and
 * the requests that are under way. Thread-safe.
 */
final class Arrangement {
    private static final int OVER = -1;

    private final Selection selection;
    private final StateFolders folders;
    private final UploadWatch atServer;
    private final UploadWatch onAllWays;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * @param folders what its ways keep there
     * @param atServer uploads at the server to which requests are handed on
     * @param onAllWays uploads by whatever way
     */
    Arrangement(Selection selection, StateFolders folders, UploadWatch atServer, UploadWatch onAllWays) {
        this.selection = selection;
        this.folders = folders;
        this.atServer = atServer;
        this.onAllWays = onAllWays;
    }

    Selection selection() {
        return selection;
    }

    UploadWatch atServer() {
        return atServer;
    }

    UploadWatch onAllWays() {
        return onAllWays;
    }

    /** A request begins; false where it has come too late. */
    boolean enter() {
        int before;
        do {
            before = requests.get();
            if (before == OVER) {
                return false;
            }
        } while (!requests.compareAndSet(before, before + 1));
        return true;
    }

    void leave() {
        requests.decrementAndGet();
    }

    /** Whether nothing is under way on it any more; asks its ways, which takes time. */
    private boolean idle() {
        return requests.get() == 0
                && !onAllWays.any()
                && selection.ways().stream().noneMatch(Way::hasUploads);
    }

    /** Ends it, and removes what it has kept, where nothing is under way on it any more. */
    boolean endIfIdle() {
        if (!idle() || !requests.compareAndSet(0, OVER)) {
            return false;
        }
        selection.close();
        folders.remove();
        return true;
    }
}
