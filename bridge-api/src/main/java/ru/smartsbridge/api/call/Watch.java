package ru.smartsbridge.api.call;

/** What a request and the way to the base tell each other while it is served. Thread-safe; never blocks for long, never fails. */
public interface Watch {
    /** Somebody waits to the end, and nobody is told of a beginning. */
    Watch NONE = new Watch() {
        @Override
        public boolean left() {
            return false;
        }

        @Override
        public void begun() {
            // nobody asks
        }
    };

    /** Whether nobody waits for the answer any more: what has not begun by then is not to begin. */
    boolean left();

    /** Some of it begins behind the transport: from here on nobody can say that nothing of it happened. */
    void begun();
}
