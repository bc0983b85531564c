package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.com.text.ComTexts;

/** What is said when a base does not have what was uploaded, though the component accepted it. */
final class Arrived {
    private Arrived() {}

    /** Passes where as many are there as there should be. */
    static void requireCount(UploadTarget target, int there, int sent) {
        if (there != sent) {
            throw ComTexts.error(Category.BACKEND_FAILED, "upload.lost.count", target.name(), sent, there);
        }
    }

    /** The first that is not there. */
    static BridgeException lost(UploadTarget target, String key) {
        return ComTexts.error(Category.BACKEND_FAILED, "upload.lost", target.name(), key);
    }
}
