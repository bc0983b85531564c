package ru.smartsbridge.rest.upload;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.upload.UploadTarget;

/**
 * Which upload is the open one of each target: the server knows one upload per target and not whose it is, so what a
 * former one would still add must be kept from the one that was begun after it. Thread-safe.
 */
public final class OpenUploads {
    private final Map<String, RestUpload<?>> open = new ConcurrentHashMap<>();

    /** Tables are found ignoring case [client]; a warehouse's id is exact. */
    private static String key(UploadTarget target) {
        return target instanceof UploadTarget.Table ? target.name().toLowerCase(Locale.ROOT) : target.name();
    }

    void began(UploadTarget target, RestUpload<?> upload) {
        open.put(key(target), upload);
    }

    void ended(UploadTarget target, RestUpload<?> upload) {
        open.remove(key(target), upload);
    }

    /** Nothing that was begun here is open any more. */
    void abandoned(UploadTarget target) {
        open.remove(key(target));
    }

    boolean isOpen(UploadTarget target, RestUpload<?> upload) {
        return open.get(key(target)) == upload;
    }

    /**
     * Passes where {@code upload} is the open one.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code CONFLICT} where it ended or another was begun
     */
    void require(UploadTarget target, RestUpload<?> upload) {
        if (!isOpen(target, upload)) {
            throw ApiTexts.conflict("upload.gone", target.name());
        }
    }
}
