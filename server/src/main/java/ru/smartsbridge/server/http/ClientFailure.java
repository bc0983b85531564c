package ru.smartsbridge.server.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** What went wrong between a client and the bridge while a request was handed on, told apart from the backend's doing. */
final class ClientFailure extends IOException implements QuietException {
    private static final long serialVersionUID = 1L;
    private static final int TOO_LARGE = 413;

    ClientFailure(Throwable cause) {
        super("the client: " + cause, cause);
    }

    /** What the client is told, where it still listens. */
    BridgeException error() {
        HttpException refused = ErrorAnswer.find(getCause(), HttpException.class);
        if (refused != null && refused.getCode() == TOO_LARGE) {
            return HttpTexts.error(Category.TOO_LARGE, "status.413");
        }
        return ErrorAnswer.find(getCause(), TimeoutException.class) == null
                ? HttpTexts.error(Category.INVALID_REQUEST, "client.broken")
                : HttpTexts.error(Category.TOO_SLOW, "status.408");
    }
}
