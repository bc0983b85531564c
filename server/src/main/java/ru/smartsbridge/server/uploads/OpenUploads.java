package ru.smartsbridge.server.uploads;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;

/**
 * The uploads of one base that are between Begin and End.
 *
 * <p>A target is held by one owner at a time: another one's Begin, writes, End and Reset get a conflict that tells
 * who holds it and since when; the owner's own new Begin starts it anew. An upload that nobody touches for the
 * time-out is dropped. Thread-safe; requests on one upload go one after the other, and each wait is bounded.
 */
public final class OpenUploads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenUploads.class);
    private static final int BEGINNINGS = 32;
    /** As a person reads a clock on this machine. */
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Transport transport;
    private final Duration timeout;
    private final Duration patience;
    private final Clock clock;
    private final UploadNote note;
    /** What the last run left open and nobody has dealt with yet. */
    private final Map<UploadTarget, UploadNote.Entry> leftovers = new ConcurrentHashMap<>();

    private final Map<UploadTarget, OpenUpload> open = new ConcurrentHashMap<>();
    /** Why an upload is gone that its client may still go on with: key of a text. */
    private final Map<UploadTarget, String> dropped = new ConcurrentHashMap<>();
    /** Those whose End has an unknown outcome: a Reset or a new Begin is what settles them. */
    private final Map<UploadTarget, UploadPlan<?>> unsettled = new ConcurrentHashMap<>();
    /** One at a time begins on a target, so that two cannot both find it free; targets share these few. */
    private final ReentrantLock[] beginnings = new ReentrantLock[BEGINNINGS];

    /**
     * @param folder the base's state folder, which exists
     * @param timeout after which an untouched upload is dropped
     * @param patience how long a request waits for another one on the same upload
     */
    public OpenUploads(Transport transport, Path folder, Duration timeout, Duration patience, Clock clock) {
        this.transport = transport;
        this.timeout = timeout;
        this.patience = patience;
        this.clock = clock;
        this.note = new UploadNote(folder);
        note.entries().forEach(entry -> {
            leftovers.put(entry.plan().target(), entry);
            dropped.put(entry.plan().target(), "upload.dropped.restart");
        });
        Arrays.setAll(beginnings, i -> new ReentrantLock());
    }

    /** Whether no upload is noted in a base's state folder; false where the note cannot be read. */
    public static boolean nothingNoted(Path folder) {
        return UploadNote.isEmpty(folder);
    }

    /**
     * Drops in the backend what the last run left open, but for what was in the middle of its End: that is open again, to
     * be ended once more or reset by who holds it. What was begun meanwhile is left alone; what cannot be dropped stays
     * noted for the next start.
     */
    public void dropLeftovers(Call call) {
        for (UploadNote.Entry entry : List.copyOf(leftovers.values())) {
            UploadTarget target = entry.plan().target();
            ReentrantLock beginning = beginning(target);
            acquire(beginning, target);
            try {
                if (!open.containsKey(target) && !resume(target, call)) {
                    transport.abandon(entry.plan(), call);
                    note.remove(target);
                    leftovers.remove(target);
                    LOG.info("Upload of {} was open when the bridge ended; it is dropped", target.name());
                }
            } catch (BridgeException e) {
                LOG.warn(
                        "Upload of {} was open when the bridge ended and cannot be dropped in the backend now; "
                                + "its next Begin or the next start will do that",
                        target.name(),
                        e);
            } finally {
                beginning.unlock();
            }
        }
    }

    /** Whether what the last run left in the middle of its End is open again; under the target's beginning. */
    private boolean resume(UploadTarget target, Call call) {
        UploadNote.Entry entry = leftovers.get(target);
        Optional<? extends Upload<?>> left = entry == null ? Optional.empty() : transport.resume(entry.plan(), call);
        left.ifPresent(upload -> {
            OpenUpload resumed = new OpenUpload(entry.plan(), upload, entry.owner(), entry.since());
            resumed.lastUsed = clock.instant();
            open.put(target, resumed);
            dropped.remove(target);
            unsettled.put(target, entry.plan());
            leftovers.remove(target);
            LOG.warn(
                    "The End of the upload of {} by {} broke off when the bridge ended: its outcome is unknown, and it "
                            + "waits to be ended once more or reset",
                    target.name(),
                    entry.owner());
        });
        return left.isPresent();
    }

    /** The open upload of a target, also one that was in the middle of its End when the last run ended. */
    private OpenUpload find(UploadTarget target, Call call) {
        if (!open.containsKey(target) && leftovers.containsKey(target)) {
            ReentrantLock beginning = beginning(target);
            acquire(beginning, target);
            try {
                if (!open.containsKey(target)) {
                    resume(target, call);
                }
            } finally {
                beginning.unlock();
            }
        }
        return open.get(target);
    }

    /** Begins an upload; the owner's own one on the same target is dropped by it. */
    public void begin(UploadPlan<?> plan, Call call) {
        UploadTarget target = plan.target();
        Owner owner = Owner.of(call.caller());
        ReentrantLock beginning = beginning(target);
        acquire(beginning, target);
        try {
            if (!open.containsKey(target)) {
                resume(target, call);
            }
            OpenUpload former = open.get(target);
            if (former != null) {
                requireOwner(former, owner);
                acquire(former.lock, target);
                try {
                    if (!former.closed) {
                        former.upload.reset(call);
                        close(former);
                    }
                } finally {
                    former.lock.unlock();
                }
            }
            Instant now = clock.instant();
            note.add(new UploadNote.Entry(plan, owner, now)); // before: a crash may come at any time
            open.put(target, new OpenUpload(plan, beginInBackend(plan, call), owner, now));
            dropped.remove(target);
            unsettled.remove(target);
            leftovers.remove(target);
        } finally {
            beginning.unlock();
        }
    }

    /** Where it is not known whether the backend has begun it, it stays noted, for the next start to drop. */
    private Upload<?> beginInBackend(UploadPlan<?> plan, Call call) {
        try {
            return transport.begin(plan, call);
        } catch (BridgeException e) {
            if (!isUnknown(e.category())) {
                note.remove(plan.target());
            }
            throw e;
        }
    }

    private ReentrantLock beginning(UploadTarget target) {
        return beginnings[Math.floorMod(target.hashCode(), BEGINNINGS)];
    }

    /** Adds to the open upload of a target; {@code type} is what its family takes. */
    public <T> long add(UploadTarget target, UploadKind[] kinds, Class<T> type, Iterator<T> entities, Call call) {
        return using(target, call, kinds, upload -> {
            @SuppressWarnings("unchecked") // the family decides the type, and was just compared
            Upload<T> typed = (Upload<T>) upload.upload;
            return typed.add(entities, call);
        });
    }

    /** What the upload of a target that the caller holds was begun as. */
    public UploadPlan<?> plan(UploadTarget target, UploadKind kind, Call call) {
        return using(target, call, new UploadKind[] {kind}, upload -> upload.plan);
    }

    /** Ends the upload: what was added becomes visible. */
    public void end(UploadTarget target, UploadKind kind, Call call) {
        using(target, call, new UploadKind[] {kind}, upload -> {
            try {
                upload.upload.end(call);
                close(upload);
            } catch (BridgeException e) {
                if (isUnknown(e.category())) {
                    unsettled.put(target, upload.plan);
                }
                if (leavesNothingOpen(e.category()) && !(isUnknown(e.category()) && upload.upload.canEndAgain())) {
                    close(upload);
                }
                throw e;
            }
            return null;
        });
    }

    /** Drops the upload; nothing to drop is no error, since clients reset after any error [doc]. */
    public void reset(UploadTarget target, UploadKind kind, Call call) {
        if (find(target, call) == null) {
            dropped.remove(target);
            Optional.ofNullable(unsettled.remove(target)).ifPresent(plan -> transport.abandon(plan, call));
            return;
        }
        using(target, call, new UploadKind[] {kind}, upload -> {
            upload.upload.reset(call);
            close(upload);
            return null;
        });
    }

    /**
     * Drops the open upload of a target, whoever holds it; for an administrator.
     *
     * @param target its address below the API's root, ignoring case
     * @return whether there was one
     */
    public boolean free(String target, Call call) {
        Optional<OpenUpload> held = open.values().stream()
                .filter(upload -> upload.plan.target().name().equalsIgnoreCase(target))
                .findFirst();
        held.ifPresent(upload -> {
            acquire(upload.lock, upload.plan.target());
            try {
                if (!upload.closed) {
                    upload.upload.reset(call);
                    dropped.put(upload.plan.target(), "upload.dropped.administrator");
                    close(upload);
                }
            } finally {
                upload.lock.unlock();
            }
        });
        return held.isPresent();
    }

    /** Drops what nobody has touched for the time-out; to be called now and then. */
    public void dropExpired(Call call) {
        Instant limit = clock.instant().minus(timeout);
        for (OpenUpload upload : open.values()) {
            if (upload.lastUsed.isBefore(limit) && upload.lock.tryLock()) {
                try {
                    if (!upload.closed && upload.lastUsed.isBefore(limit)) {
                        dropExpired(upload, call);
                    }
                } finally {
                    upload.lock.unlock();
                }
            }
        }
    }

    private void dropExpired(OpenUpload upload, Call call) {
        try {
            upload.upload.reset(call);
        } catch (BridgeException e) {
            LOG.warn(
                    "Upload of {} is over its time and cannot be dropped in the backend",
                    upload.plan.target().name(),
                    e);
        }
        dropped.put(upload.plan.target(), "upload.dropped.timeout");
        close(upload);
        LOG.info(
                "Upload of {} by {} was not touched for {} and is dropped",
                upload.plan.target().name(),
                upload.owner,
                timeout);
    }

    /** The open ones, for people. */
    public List<UploadStatus> status() {
        return open.values().stream()
                .map(upload -> new UploadStatus(
                        upload.plan.target().name(),
                        upload.kind().begin(),
                        upload.owner.toString(),
                        upload.since,
                        upload.lastUsed))
                .toList();
    }

    /** The targets of cells that the caller has open, since an added cell need not name its warehouse. */
    public List<UploadTarget.Cells> cellsOf(Call call) {
        Owner owner = Owner.of(call.caller());
        return open.values().stream()
                .filter(upload -> upload.owner.equals(owner))
                .map(upload -> upload.plan.target())
                .filter(UploadTarget.Cells.class::isInstance)
                .map(UploadTarget.Cells.class::cast)
                .toList();
    }

    private interface Step<R> {
        R on(OpenUpload upload);
    }

    private <R> R using(UploadTarget target, Call call, UploadKind[] kinds, Step<R> step) {
        OpenUpload upload = find(target, call);
        if (upload == null) {
            throw gone(target);
        }
        requireOwner(upload, Owner.of(call.caller()));
        acquire(upload.lock, target);
        try {
            if (upload.closed) {
                throw gone(target);
            }
            if (!List.of(kinds).contains(upload.kind())) {
                throw UploadTexts.conflict(
                        "upload.kind", target.name(), upload.kind().begin());
            }
            upload.lastUsed = clock.instant();
            R result = step.on(upload);
            upload.lastUsed = clock.instant();
            return result;
        } catch (BridgeException e) {
            if (e.category() == Category.CONFLICT && !upload.closed && isGone(e)) {
                close(upload);
            }
            throw e;
        } finally {
            upload.lock.unlock();
        }
    }

    /** The backend no longer has it, so there is nothing here to hold either. */
    private static boolean isGone(BridgeException e) {
        return Objects.equals(e.text().key(), "upload.gone");
    }

    /** After these the backend has ended the upload, or nobody knows. */
    private static boolean leavesNothingOpen(Category category) {
        return isUnknown(category)
                || category == Category.CONFLICT
                || category == Category.NOT_FOUND
                || category == Category.INTERNAL;
    }

    private static boolean isUnknown(Category category) {
        return category == Category.BACKEND_FAILED || category == Category.TIMED_OUT;
    }

    private BridgeException gone(UploadTarget target) {
        return UploadTexts.conflict(dropped.getOrDefault(target, "upload.none"), target.name());
    }

    private static void requireOwner(OpenUpload upload, Owner owner) {
        if (!upload.owner.equals(owner)) {
            throw UploadTexts.conflict(
                    "upload.held",
                    upload.plan.target().name(),
                    upload.owner,
                    SINCE.format(upload.since.atZone(ZoneId.systemDefault())));
        }
    }

    private void acquire(ReentrantLock lock, UploadTarget target) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw UploadTexts.conflict("upload.busy", target.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), e);
        }
    }

    private void close(OpenUpload upload) {
        upload.closed = true;
        if (open.remove(upload.plan.target(), upload)) {
            note.remove(upload.plan.target());
        }
    }

    /** Leaves the note as it is: what is open now is told to be dropped by the next start. */
    @Override
    public void close() {
        Collection<OpenUpload> left = open.values();
        left.forEach(upload -> LOG.info(
                "Upload of {} by {} is open and will be dropped by the next start",
                upload.plan.target().name(),
                upload.owner));
    }
}
