package ru.smartsbridge.server.http;

import ru.smartsbridge.api.error.Category;

/** The one place where categories of errors become HTTP statuses, and back for what Jetty refuses by itself. */
final class Statuses {
    private Statuses() {}

    static int of(Category category) {
        return switch (category) {
            case INVALID_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_FORM -> 415;
            case TOO_MANY -> 429;
            case INTERNAL -> 500;
            case UNSUPPORTED_HERE -> 501;
            case BACKEND_FAILED -> 502;
            case UNREACHABLE -> 503;
            case TIMED_OUT -> 504;
        };
    }

    /** The category of a status that was decided before any code of ours saw the request. */
    static Category category(int status) {
        return switch (status) {
            case 401 -> Category.UNAUTHENTICATED;
            case 403 -> Category.FORBIDDEN;
            case 404 -> Category.NOT_FOUND;
            case 405 -> Category.METHOD_NOT_ALLOWED;
            case 408 -> Category.TOO_SLOW;
            case 409 -> Category.CONFLICT;
            case 413, 414, 431 -> Category.TOO_LARGE;
            case 415 -> Category.UNSUPPORTED_FORM;
            case 429 -> Category.TOO_MANY;
            case 501 -> Category.UNSUPPORTED_HERE;
            case 503 -> Category.UNREACHABLE;
            case 504 -> Category.TIMED_OUT;
            default -> status >= 500 ? Category.INTERNAL : Category.INVALID_REQUEST;
        };
    }
}
