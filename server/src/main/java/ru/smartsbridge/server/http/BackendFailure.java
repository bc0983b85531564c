package ru.smartsbridge.server.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** How an exchange with a backend failed, as its client library tells it. */
enum BackendFailure {
    CONNECT_TIMEOUT,
    UNKNOWN_HOST,
    REFUSED,
    TLS,
    TIMEOUT,
    ENDED,
    OTHER;

    static BackendFailure of(Throwable failure) {
        if (failure instanceof SocketTimeoutException) {
            return CONNECT_TIMEOUT;
        }
        if (failure instanceof TimeoutException) {
            return TIMEOUT;
        }
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return UNKNOWN_HOST;
        }
        if (failure instanceof ConnectException) {
            return REFUSED;
        }
        if (ErrorAnswer.find(failure, SSLException.class) != null) {
            return TLS;
        }
        return failure instanceof EOFException ? ENDED : OTHER;
    }

    /** Whether nothing of the request can have reached the backend, for want of a connection. */
    boolean unreached() {
        return this == CONNECT_TIMEOUT || this == UNKNOWN_HOST || this == REFUSED;
    }
}
