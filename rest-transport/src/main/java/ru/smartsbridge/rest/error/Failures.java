package ru.smartsbridge.rest.error;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Turns what broke on the way to or from a server into an error that tells what to do. */
public final class Failures {
    private final String origin;

    /** For errors about the server at this address. */
    public Failures(String origin) {
        this.origin = origin;
    }

    /** The error for an exchange that ended without a whole answer. */
    public BridgeException of(Throwable cause, Progress progress, boolean writes) {
        if (cause instanceof BridgeException own) {
            return own;
        }
        if (progress == Progress.NOT_SENT || progress == Progress.SENT && handshake(cause)) {
            return new BridgeException(Category.UNREACHABLE, notSent(cause), cause);
        }
        if (find(cause, TimeoutException.class).isPresent()) {
            return new BridgeException(Category.TIMED_OUT, text("timedOut", writes), cause);
        }
        String key = progress == Progress.ANSWERING ? "brokenOff" : "closed";
        return new BridgeException(Category.BACKEND_FAILED, text(key, writes, reason(cause)), cause);
    }

    /** The error for an answer that is whole and still cannot be read. */
    public BridgeException unreadable(Throwable cause, boolean writes) {
        return new BridgeException(Category.BACKEND_FAILED, text("unreadable", writes, reason(cause)), cause);
    }

    /** The error for a wait that an interrupt ended; sets the thread's flag again. */
    public static BridgeException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), cause);
    }

    /** Whether it failed before anything of the request could go over a secure connection. */
    private static boolean handshake(Throwable cause) {
        return find(cause, SSLHandshakeException.class).isPresent()
                || find(cause, CertificateException.class).isPresent()
                || find(cause, SSLException.class)
                        .map(Throwable::getMessage)
                        .filter(message -> message.contains("SSL message")) // the JDK's words for a port without TLS
                        .isPresent();
    }

    private Text text(String key, boolean writes, Object... more) {
        Object[] arguments = Stream.concat(Stream.of(origin), Stream.of(more)).toArray();
        return RestTexts.text(key + (writes ? ".write" : ".read"), arguments);
    }

    private Text notSent(Throwable cause) {
        if (find(cause, UnknownHostException.class).isPresent()
                || find(cause, UnresolvedAddressException.class).isPresent()) {
            return RestTexts.text("unreachable.name", origin);
        }
        if (find(cause, SSLException.class).isPresent()
                || find(cause, CertificateException.class).isPresent()) {
            return tls(cause);
        }
        if (find(cause, ConnectException.class).isPresent()) {
            return RestTexts.text("unreachable.refused", origin, reason(cause));
        }
        if (find(cause, TimeoutException.class).isPresent()
                || find(cause, SocketTimeoutException.class).isPresent()) {
            return RestTexts.text("unreachable.time", origin);
        }
        if (find(cause, RejectedExecutionException.class).isPresent()) {
            return RestTexts.text("unreachable.busy", origin);
        }
        return RestTexts.text("unreachable.other", origin, reason(cause));
    }

    private Text tls(Throwable cause) {
        boolean unknown = find(cause, CertPathBuilderException.class).isPresent()
                || find(cause, CertPathValidatorException.class).isPresent();
        if (unknown) {
            return RestTexts.text("tls.unknown", origin);
        }
        // the JDK's own words for a certificate that is trusted and names another host
        boolean otherHost = find(cause, CertificateException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.contains("subject alternative") || message.contains("No name matching"))
                .isPresent();
        return RestTexts.text(otherHost ? "tls.host" : "tls.other", origin, reason(cause));
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        if (deepest instanceof EOFException || deepest instanceof ClosedChannelException) {
            return "EOF"; // the messages of these are Jetty's inner state
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (type.isInstance(current)) {
                return Optional.of(type.cast(current));
            }
            current = current.getCause();
        }
        return Optional.empty();
    }
}
