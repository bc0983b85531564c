package ru.smartsbridge.server.watch;

/**
 * Sees the requests to one base pass. Its calls come from threads that carry requests: none of them waits, and none
 * throws.
 */
public interface Onlooker extends AutoCloseable {
    /**
     * A request arrives.
     *
     * @param path below the API's root, as on the wire
     */
    Look look(String method, String path);

    /** Lets go of all that it has, within a bounded time. */
    @Override
    void close();

    /** What it wants of one request. */
    interface Look {
        /** Nothing. */
        Look NONE = new Look() {
            @Override
            public boolean wantsContent() {
                return false;
            }

            @Override
            public void ended(Seen seen) {
                // it did not want to see it
            }
        };

        /** Whether bodies are to be copied for it. */
        boolean wantsContent();

        /**
         * The answer has ended, whatever way.
         *
         * @param seen to be let go of by who gets it; null where no content was wanted
         */
        void ended(Seen seen);
    }
}
