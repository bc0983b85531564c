package ru.smartsbridge.rest.session;

import java.util.Optional;
import ru.smartsbridge.api.call.Caller;

/** How requests to a server are authorised. Thread-safe. */
public sealed interface Authorisation permits CallersOwn, BasicLogin, TokenSession {
    /**
     * The value of {@code Authorization}; may block for a session.
     *
     * @throws ru.smartsbridge.api.error.BridgeException where no session can be had
     */
    Optional<String> header(Caller caller);

    /** Tells that the server answered 401 to {@code header}; true where another try with a fresh one makes sense. */
    boolean rejected(String header);

    /** Whether the account is the configured one, so that a refusal is for the administrator to mend. */
    boolean configured();
}
