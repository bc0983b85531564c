package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.odata.Answers;

/**
 * What becomes of a request to Javalin that fails: an error in the API's form, or, where the answer is under way
 * already, an answer that is visibly broken off.
 */
final class ServletErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ServletErrors.class);
    private static final String BREAK_OFF = ServletErrors.class.getName() + ".breakOff";
    private static final List<String> KEPT = List.of("Allow", RequestFacts.ID_HEADER, Gate.BASE_HEADER);

    private ServletErrors() {}

    /** Javalin would end a half-written answer properly; a filter around it is where that can be kept from happening. */
    static void breakOffWhatFails(ServletContextHandler context) {
        Filter filter = (request, response, chain) -> {
            chain.doFilter(request, response);
            if (request.getAttribute(BREAK_OFF) != null) {
                BrokenAnswer.showTo(ServletContextRequest.getServletContextRequest(request));
                ((HttpServletResponse) response).sendError(-1); // Jetty's way to break a connection off
            }
        };
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /** A handler has thrown. */
    static void failed(Exception thrown, Context context) {
        RequestFacts facts = RequestFacts.of(context.req());
        if (thrown instanceof EofException) {
            LOG.debug("{}: the client left", facts.call().requestId());
            context.req().setAttribute(BREAK_OFF, true);
            return;
        }
        ErrorAnswer answer =
                ErrorAnswer.of(thrown, facts.language(), facts.call().requestId());
        if (context.res().isCommitted()) {
            LOG.warn(
                    "{}: the answer was under way and is broken off",
                    facts.call().requestId(),
                    thrown);
            context.req().setAttribute(BREAK_OFF, true);
            return;
        }
        write(answer, context);
    }

    private static void write(ErrorAnswer answer, Context context) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> kept.put(name, context.res().getHeader(name)));
        context.res().reset();
        kept.forEach((name, value) -> {
            if (value != null) {
                context.res().setHeader(name, value);
            }
        });
        context.res().setHeader(Answers.VERSION_HEADER, Answers.VERSION);
        answer.retryAfter().ifPresent(seconds -> context.res().setHeader("Retry-After", Integer.toString(seconds)));
        answer.challenge().ifPresent(value -> context.res().setHeader("WWW-Authenticate", value));
        context.status(answer.status()).contentType(ErrorAnswer.CONTENT_TYPE).result(answer.body());
    }

    /** What Javalin answers by itself; an answer of ours with the same status is left as it is. */
    static void unanswered(Context context) {
        if (context.res().getHeader(Answers.VERSION_HEADER) == null) {
            Locale language = RequestFacts.of(context.req()).language();
            context.contentType(ErrorAnswer.CONTENT_TYPE)
                    .result(ErrorAnswer.of(context.statusCode(), language).body());
        }
    }

    /** The machine is at its end, or a class is missing. */
    static void failed(HttpServletResponse response, Error error) {
        LOG.error("A defect of the bridge, or its machine is at its end", error);
        try {
            if (response.isCommitted()) {
                response.sendError(-1);
                return;
            }
            response.reset();
            response.setStatus(500);
            response.setContentType(ErrorAnswer.CONTENT_TYPE);
            response.getOutputStream().write(ErrorAnswer.of(500, Locale.ROOT).body());
        } catch (IOException e) {
            LOG.debug("The client left before it could be told", e);
        }
    }
}
