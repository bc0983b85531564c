package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.server.odata.ApiRoot;

/** One request and its answer, apart from the HTTP server that carries them. Used by one thread. */
public interface Exchange {
    /** In upper case. */
    String method();

    /** Below the API's root, as on the wire, without a slash at its beginning. */
    String path();

    /** As on the wire, without the question mark; null where there is none. */
    String query();

    /** The whole address as the client used it, without the query. */
    String address();

    /** A header of the request, several of that name with commas between them; empty where there is none. */
    Optional<String> requestHeader(String name);

    /** How the client sees the API. */
    ApiRoot root();

    /** On whose behalf. */
    Call call();

    /**
     * The body of a request that has one in a form that is taken.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNSUPPORTED_FORM} for another form
     */
    InputStream body() throws IOException;

    /** Sets a header of the answer; before {@link #answer} or {@link #done}. */
    void header(String name, String value);

    /** Begins an answer with a body. */
    OutputStream answer(int status, String contentType) throws IOException;

    /** The answer without a body. */
    void done(int status);
}
