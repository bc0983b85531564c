package ru.smartsbridge.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.sandbox.error.SandboxTexts;

/**
 * Where a base's entities lie: on disk, in the memory of a small cache, or wholly in memory.
 *
 * <p>Many read, one writes: a reader sees the state that was published when it began, for as long as it likes.
 * Nothing outlives {@link #close}; a file left by a crash is replaced. Thread-safe.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CACHE_MEGABYTES = 8;
    private static final int WRITE_BUFFER_KILOBYTES = 1024;
    private static final long WAIT_SECONDS = 120;

    private final MVStore mvStore;
    private final Path file;
    private final Function<String, Keys> keysOf;
    private final ReentrantLock writer = new ReentrantLock();
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final Deque<Version> versions = new ArrayDeque<>();
    private long maps;

    private Store(MVStore mvStore, Path file, Function<String, Keys> keysOf) {
        this.mvStore = mvStore;
        this.file = file;
        this.keysOf = keysOf;
        versions.add(new Version(Map.of(), mvStore.registerVersionUsage()));
    }

    /**
     * In a file, which is made anew.
     *
     * @param keysOf the keys of a set by its name, asked when the set is first written
     * @throws BridgeException {@code INVALID_REQUEST} where the file cannot be made
     */
    public static Store onDisk(Path file, Function<String, Keys> keysOf) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            MVStore mvStore = new MVStore.Builder()
                    .fileName(SteadyPath.name(file))
                    .cacheSize(CACHE_MEGABYTES)
                    .autoCommitBufferSize(WRITE_BUFFER_KILOBYTES)
                    .backgroundExceptionHandler((thread, e) -> LOG.error("Writing {} failed", file, e))
                    .open();
            // a crash loses the base anyway, so freed space may be used again at once
            mvStore.setRetentionTime(0);
            return new Store(mvStore, file, keysOf);
        } catch (IOException | MVStoreException e) {
            throw new BridgeException(
                    Category.INVALID_REQUEST, SandboxTexts.text("store.unusable", file, e.getMessage()), e);
        }
    }

    /** Wholly in memory, for a base that is known to be small. */
    public static Store inMemory(Function<String, Keys> keysOf) {
        return new Store(new MVStore.Builder().open(), null, keysOf);
    }

    /** The state that was published last. */
    public Snapshot snapshot() {
        synchronized (versions) {
            Version newest = versions.getLast();
            newest.enter();
            return new Snapshot(this, newest);
        }
    }

    /**
     * Changes sets; readers see all of it when it has ended. Where {@code change} fails, nothing of it stays.
     *
     * @throws BridgeException {@code UNREACHABLE} where another writer does not end in time
     */
    public <R> R write(Function<Writing, R> change) {
        awaitWriter();
        try {
            Change writing = new Change();
            try {
                R result = change.apply(writing);
                publish(writing);
                return result;
            } catch (RuntimeException | Error e) {
                undo(writing);
                throw e;
            }
        } finally {
            writer.unlock();
        }
    }

    private void awaitWriter() {
        try {
            if (!writer.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BridgeException(Category.UNREACHABLE, SandboxTexts.text("store.busy", WAIT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), e);
        }
    }

    /** A shelf that nobody sees before it is put in place by {@link Writing#replace}, or dropped. */
    public Shelf newShelf(Keys keys) {
        return new Shelf(openEntities(), openPositions(), keys);
    }

    /** A log for an upload. */
    public Log newLog() {
        return new Log(openEntities());
    }

    /** Frees a log, where that is not done already by closing. */
    public void drop(Log log) {
        if (!mvStore.isClosed()) {
            mvStore.removeMap(log.map());
        }
    }

    /** Frees a shelf that was not put in place. */
    public void drop(Shelf shelf) {
        if (!mvStore.isClosed()) {
            shelf.maps().forEach(mvStore::removeMap);
        }
    }

    /** Bytes of the file, 0 in memory. */
    long fileSize() {
        return file == null ? 0 : mvStore.getFileStore().size();
    }

    private MVMap<Long, byte[]> openEntities() {
        return mvStore.openMap(
                nextName(),
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    private MVMap<String, Long> openPositions() {
        return mvStore.openMap(
                nextName(),
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    private String nextName() {
        synchronized (versions) {
            return Long.toString(maps++);
        }
    }

    private void publish(Change writing) {
        List<MVMap<?, ?>> retired = new ArrayList<>();
        writing.replaced.values().forEach(shelf -> retired.addAll(shelf.maps()));
        publish(writing.replaced.keySet(), retired);
    }

    private void publish(Set<String> replaced, List<MVMap<?, ?>> retired) {
        synchronized (versions) {
            // registered before the roots are taken: pages that they show are freed by later versions only
            MVStore.TxCounter usage = mvStore.registerVersionUsage();
            Version before = versions.getLast();
            Map<String, ShelfView> views = new HashMap<>(before.shelves());
            shelves.forEach((name, shelf) -> {
                if (shelf.changed() || !views.containsKey(name) || replaced.contains(name)) {
                    views.put(name, shelf.view());
                }
            });
            before.retired().addAll(retired);
            versions.add(new Version(views, usage));
            forgetUnread();
        }
    }

    /** Sets that were changed in vain are made anew from what readers see of them. */
    private void undo(Change writing) {
        shelves.putAll(writing.replaced);
        Map<String, ShelfView> published;
        synchronized (versions) {
            published = versions.getLast().shelves();
        }
        Set<String> restored = new HashSet<>();
        List<MVMap<?, ?>> spoiled = new ArrayList<>();
        for (Map.Entry<String, Shelf> entry : shelves.entrySet()) {
            if (entry.getValue().changed()) {
                spoiled.addAll(entry.getValue().maps());
                Shelf anew = newShelf(keysOf.apply(entry.getKey()));
                Optional.ofNullable(published.get(entry.getKey())).ifPresent(anew::fill);
                entry.setValue(anew);
                restored.add(entry.getKey());
            }
        }
        if (!restored.isEmpty()) {
            publish(restored, spoiled);
        }
    }

    void release(Version version) {
        synchronized (versions) {
            version.leave();
            forgetUnread();
        }
    }

    /** From the oldest on: what an older state still shows must not be taken away for a newer one's sake. */
    private void forgetUnread() {
        while (versions.size() > 1 && versions.getFirst().unread()) {
            Version gone = versions.removeFirst();
            if (!mvStore.isClosed()) {
                gone.retired().forEach(mvStore::removeMap);
                mvStore.deregisterVersionUsage(gone.usage());
            }
        }
    }

    /** Ends it and takes its file away. */
    @Override
    public void close() {
        mvStore.closeImmediately();
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} could not be deleted; the next start replaces it", file, e);
            }
        }
    }

    /** One call of {@link #write}. */
    private final class Change implements Writing {
        private final Map<String, Shelf> replaced = new HashMap<>();

        @Override
        public boolean has(String name) {
            return shelves.containsKey(name);
        }

        @Override
        public Shelf shelf(String name) {
            return shelves.computeIfAbsent(name, missing -> newShelf(keysOf.apply(missing)));
        }

        @Override
        public void replace(String name, Shelf shelf) {
            replaced.put(name, shelf(name));
            shelves.put(name, shelf);
        }
    }
}
