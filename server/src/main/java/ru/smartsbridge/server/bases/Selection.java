package ru.smartsbridge.server.bases;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;

/** Which of its ways a base is served by, now; decides and keeps to its decision. Thread-safe. */
interface Selection extends AutoCloseable {
    /**
     * The way for a new request.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where none is found yet, and why
     */
    Way choose();

    /**
     * Where a request goes instead of which nothing has reached the end of {@code way}; empty where it has to be told so.
     * May block for the way to be looked at.
     */
    default Optional<Way> instead(Way way, boolean goesOnWithAnUpload) {
        return Optional.empty();
    }

    /** The way now, without an effect; empty where there is none yet. */
    Optional<Way> now();

    /** Why it is this one. */
    Text reason();

    /** How often it went over from one to another. */
    default long switches() {
        return 0;
    }

    /** All that are open. */
    List<Way> ways();

    @Override
    default void close() {
        ways().forEach(Way::close);
    }

    /** The only one. */
    record Only(Way way, Text reason) implements Selection {
        @Override
        public Way choose() {
            return way;
        }

        @Override
        public Optional<Way> now() {
            return Optional.of(way);
        }

        @Override
        public List<Way> ways() {
            return List.of(way);
        }
    }
}
