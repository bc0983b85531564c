package ru.smartsbridge.server.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import ru.smartsbridge.server.odata.Answers;

/** What Jetty itself refuses, in the API's form instead of HTML. */
final class JettyErrors extends ErrorHandler {
    private final Locale configured;

    JettyErrors(Locale configured) {
        this.configured = configured;
        setShowStacks(false);
        setShowCauses(false);
        setCacheControl(null);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        // the message may carry what the parser or an exception said, so it is not shown
        Locale language = ErrorAnswer.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), configured);
        write(response, ErrorAnswer.of(status, language), callback);
    }

    /** Writes an error as the whole answer; where the request's body is still coming, as the connection's last one. */
    static void write(Response response, ErrorAnswer error, Callback callback) {
        response.getRequest().consumeAvailable();
        response.setStatus(error.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ErrorAnswer.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, error.body().length);
        error.retryAfter().ifPresent(seconds -> response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds));
        error.challenge().ifPresent(value -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, value));
        response.getHeaders().put(Answers.VERSION_HEADER, Answers.VERSION);
        response.write(true, ByteBuffer.wrap(error.body()), callback);
    }
}
