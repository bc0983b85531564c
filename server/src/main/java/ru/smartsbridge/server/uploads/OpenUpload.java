package ru.smartsbridge.server.uploads;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;

/** One upload that was begun, with who holds it. Its parts are touched under {@link #lock} only. */
final class OpenUpload {
    final ReentrantLock lock = new ReentrantLock();
    final UploadPlan<?> plan;
    final Upload<?> upload;
    final Owner owner;
    final Instant since;
    volatile Instant lastUsed;
    boolean closed;

    OpenUpload(UploadPlan<?> plan, Upload<?> upload, Owner owner, Instant since) {
        this.plan = plan;
        this.upload = upload;
        this.owner = owner;
        this.since = since;
        this.lastUsed = since;
    }

    UploadKind kind() {
        return UploadKind.of(plan);
    }
}
