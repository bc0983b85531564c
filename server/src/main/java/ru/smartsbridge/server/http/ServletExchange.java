package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.facade.Exchange;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.ApiRoot;

/** A request as Javalin hands it over. */
final class ServletExchange implements Exchange {
    private static final Set<String> UTF8 = Set.of("utf-8", "utf8");

    private final Context context;
    private final ApiTarget target;
    private final RequestFacts facts;

    ServletExchange(Context context, ApiTarget target, RequestFacts facts) {
        this.context = context;
        this.target = target;
        this.facts = facts;
        context.res().setHeader(Answers.VERSION_HEADER, Answers.VERSION);
    }

    @Override
    public String method() {
        return context.req().getMethod();
    }

    @Override
    public String path() {
        return target.path();
    }

    @Override
    public String query() {
        return context.req().getQueryString();
    }

    @Override
    public String address() {
        return facts.client().origin() + context.req().getRequestURI();
    }

    @Override
    public Optional<String> requestHeader(String name) {
        List<String> values = Collections.list(context.req().getHeaders(name));
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    @Override
    public ApiRoot root() {
        return new ApiRoot(facts.client().origin());
    }

    @Override
    public Call call() {
        return facts.call();
    }

    @Override
    public InputStream body() throws IOException {
        String encoding = context.req().getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpTexts.error(Category.UNSUPPORTED_FORM, "body.encoding", encoding);
        }
        String type = context.req().getContentType();
        boolean empty = context.req().getContentLengthLong() == 0; // clients name any type for no body at all
        if (type != null && !empty) {
            requireJson(type);
        }
        return context.req().getInputStream();
    }

    /** 1C sends JSON under many names; what says outright that it is something else is refused. */
    private static void requireJson(String written) {
        String[] parts = written.toLowerCase(Locale.ROOT).replace("\"", "").split(";");
        String type = parts[0].strip();
        boolean other = type.endsWith("/xml")
                || type.endsWith("+xml")
                || type.startsWith("multipart/")
                || type.equals("application/x-www-form-urlencoded");
        boolean utf8 = Arrays.stream(parts)
                .map(String::strip)
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> UTF8.contains(part.substring("charset=".length())));
        if (other || !utf8) {
            throw HttpTexts.error(Category.UNSUPPORTED_FORM, "body.type", written);
        }
    }

    @Override
    public void header(String name, String value) {
        context.res().setHeader(name, value);
    }

    @Override
    public OutputStream answer(int status, String contentType) throws IOException {
        context.status(status);
        context.res().setContentType(contentType);
        // without it an answer that breaks off looks whole to a client that closes its connections
        context.res().setHeader("Transfer-Encoding", "chunked");
        return new Open(context.res().getOutputStream());
    }

    @Override
    public void done(int status) {
        context.status(status);
    }

    /** Closing it does not end the answer: that is for who knows that it is whole. */
    private static final class Open extends FilterOutputStream {
        private Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // the container ends the answer when the handler has returned without a failure
        }
    }
}
