package ru.smartsbridge.com.apartment;

/**
 * Makes what tasks are given. Both are called on the apartment's thread.
 *
 * @param <S> what a task is given
 */
public interface Sessions<S> {
    /** A new session; what it throws goes to the caller whose task needed it. */
    S open();

    /** Ends a session. Not called for the session of a thread that hung: what another one shares with it stays. */
    void close(S session);
}
