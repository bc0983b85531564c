package ru.smartsbridge.server.uploads;

import ru.smartsbridge.api.upload.UploadPlan;

/** The three families of upload actions; what was begun by one cannot be ended by another. */
public enum UploadKind {
    UPDATE("BeginUpdate"),
    OVERWRITE("BeginOverwrite"),
    /** Products as rows of text. */
    RECORDS("BeginUploadProducts");

    private final String begin;

    UploadKind(String begin) {
        this.begin = begin;
    }

    /** The name of the action that begins it. */
    public String begin() {
        return begin;
    }

    /** The family of a plan. */
    public static UploadKind of(UploadPlan<?> plan) {
        UploadPlan.Mode mode;
        if (plan instanceof UploadPlan.Products products) {
            mode = products.mode();
        } else if (plan instanceof UploadPlan.TableRows rows) {
            mode = rows.mode();
        } else if (plan instanceof UploadPlan.Cells cells) {
            mode = cells.mode();
        } else {
            return RECORDS;
        }
        return mode == UploadPlan.Mode.UPDATE ? UPDATE : OVERWRITE;
    }
}
