package ru.smartsbridge.rest.error;

import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Turns a status that is no success into an error; which category a status has is said here only. */
public final class Refusal {
    private Refusal() {}

    /**
     * The error for a status.
     *
     * @param message the server's own, where it gave one
     * @param writes whether the request could have changed something
     */
    public static BridgeException of(int status, Optional<String> message, String root, boolean writes) {
        Category category = category(status);
        boolean unknownOutcome =
                writes && (category == Category.BACKEND_FAILED || category == Category.TIMED_OUT) && status >= 500;
        if (unknownOutcome) {
            Text said = message.map(Text::verbatim).orElseGet(() -> RestTexts.text("refused.bare", status));
            return new BridgeException(
                    category, RestTexts.text("refused.write", root, status, said), new RefusedStatus(status));
        }
        Text text = message.map(Text::verbatim).orElseGet(() -> RestTexts.text("refused", root, status));
        return new BridgeException(category, text, new RefusedStatus(status));
    }

    /** Whether the error stands for a whole answer of the server with one of these statuses. */
    public static boolean is(BridgeException error, Set<Integer> statuses) {
        return RefusedStatus.among(error, statuses);
    }

    private static Category category(int status) {
        return switch (status) {
            case 400, 422 -> Category.INVALID_REQUEST;
            case 401 -> Category.UNAUTHENTICATED;
            case 403 -> Category.FORBIDDEN;
            case 404, 410 -> Category.NOT_FOUND;
            case 409, 412, 423 -> Category.CONFLICT;
            case 413 -> Category.TOO_LARGE;
            case 429 -> Category.TOO_MANY;
            case 501 -> Category.UNSUPPORTED_HERE;
            case 503 -> Category.UNREACHABLE;
            case 408, 504 -> Category.TIMED_OUT;
            default -> Category.BACKEND_FAILED;
        };
    }
}
