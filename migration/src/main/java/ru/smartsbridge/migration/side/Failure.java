package ru.smartsbridge.migration.side;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.words.MigrationTexts;

/**
 * Why a side did not answer.
 *
 * @param category as the bridge has it
 * @param text for people
 */
public record Failure(Category category, Text text) {
    /** What a call has thrown; whatever is no {@link BridgeException} is garbage that the side gave, or a defect. */
    public static Failure of(Throwable thrown) {
        return thrown instanceof BridgeException known
                ? new Failure(known.category(), known.text())
                : new Failure(Category.INTERNAL, MigrationTexts.text("side.defect", thrown));
    }

    /** It gave nothing for so long. */
    static Failure silent(long seconds) {
        return new Failure(Category.TIMED_OUT, MigrationTexts.text("side.silent", seconds));
    }
}
