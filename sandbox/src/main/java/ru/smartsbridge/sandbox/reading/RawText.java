package ru.smartsbridge.sandbox.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ru.smartsbridge.sandbox.store.Bytes;
import ru.smartsbridge.sandbox.store.Stored;

/** A text as it stands in JSON, looked for in an entity that has not been read. */
final class RawText {
    /** In bytes: the shorter it is, the more places there are to look at. */
    private static final int WORTH_LOOKING_FOR = 4;

    private final Bytes text;

    private RawText(Bytes text) {
        this.text = text;
    }

    /** Empty where it is no text that JSON writes as it is, or one too short to be found sooner than the part is read. */
    static Optional<RawText> of(String text) {
        boolean asItIs = text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7F && c != '/')
                && text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return asItIs && bytes.length >= WORTH_LOOKING_FOR
                ? Optional.of(new RawText(new Bytes(bytes)))
                : Optional.empty();
    }

    /** False only where the entity certainly has no such text. */
    boolean isIn(Stored stored) {
        return stored.mayHave(text);
    }
}
