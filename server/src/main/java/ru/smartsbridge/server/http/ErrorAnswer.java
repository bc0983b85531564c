package ru.smartsbridge.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.odata.Answers;

/**
 * An error as the client gets it: status and OData's error object, never a stack trace of ours.
 *
 * @param status HTTP's
 * @param body JSON in UTF-8
 */
record ErrorAnswer(int status, byte[] body) {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);
    private static final int UNAUTHORIZED = 401;
    private static final String CHALLENGE = "Basic realm=\"Mobile SMARTS\", charset=\"UTF-8\"";
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 2;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    /** Statuses of Jetty's that have a text of their own. */
    private static final List<Integer> KNOWN = List.of(400, 404, 405, 408, 413, 414, 417, 426, 431, 500, 503, 505);

    /** The answer for what was thrown; tells the log what the client does not get to see. */
    static ErrorAnswer of(Throwable thrown, Locale language, String requestId) {
        BridgeException error = find(thrown, BridgeException.class);
        if (error != null) {
            log(error, requestId);
            return new ErrorAnswer(Statuses.of(error.category()), Answers.error(error, language));
        }
        HttpException refused = find(thrown, HttpException.class);
        if (refused != null) {
            LOG.debug("{}: refused with {}", requestId, refused.getCode(), thrown);
            return of(refused.getCode(), language);
        }
        LOG.error("{}: a defect of the bridge", requestId, thrown);
        return of(500, language);
    }

    /** Whether repeating it soon may help, after so many seconds. */
    OptionalInt retryAfter() {
        return status == UNAVAILABLE ? OptionalInt.of(RETRY_SECONDS) : OptionalInt.empty();
    }

    /** By what the client may say who it is, where that is what is missing. */
    Optional<String> challenge() {
        return status == UNAUTHORIZED ? Optional.of(CHALLENGE) : Optional.empty();
    }

    /** The answer for a status that Jetty decided on. */
    static ErrorAnswer of(int status, Locale language) {
        Category category = Statuses.category(status);
        String key = "status." + (KNOWN.contains(status) ? status : status >= 500 ? 500 : 400);
        return new ErrorAnswer(
                status, Answers.error(category, HttpTexts.text(key).in(language), null));
    }

    /** Russian or English, as the client prefers; the configured one where he does not say. */
    static Locale language(String acceptLanguage, Locale configured) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return configured;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getRange().startsWith("ru")) {
                    return RUSSIAN;
                }
                if (range.getRange().startsWith("en")) {
                    return Locale.ROOT;
                }
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("Accept-Language cannot be read: {}", acceptLanguage);
        }
        return configured;
    }

    static <T> T find(Throwable thrown, Class<T> type) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Class and the beginning of the message: Jetty's tell the whole state of a connection. */
    static String brief(Throwable cause) {
        if (cause == null) {
            return "none";
        }
        String message = String.valueOf(cause.getMessage());
        return cause.getClass().getName() + ": " + (message.length() > 160 ? message.substring(0, 160) + "…" : message);
    }

    private static void log(BridgeException error, String requestId) {
        switch (error.category()) {
            case INTERNAL -> LOG.error("{}: {}", requestId, error.getMessage(), error);
            case BACKEND_FAILED, UNREACHABLE, TIMED_OUT ->
                LOG.warn(
                        "{}: {} ({}, cause: {})",
                        requestId,
                        error.getMessage(),
                        error.category(),
                        brief(error.getCause()));
            default -> LOG.debug("{}: {} ({})", requestId, error.getMessage(), error.category());
        }
    }
}
