package ru.smartsbridge.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.access.Guest;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.workers.WorkerHeaders;
import ru.smartsbridge.server.workers.WorkerLine;

/** In a worker: requests come from the server that started it, which shows the token, and what that says is believed. */
final class ParentWord implements Front {
    private final byte[] token;
    private final Configuration configuration;
    private final Consumer<WorkerLine> toParent;

    /** @param toParent takes what the server is told; called by any thread */
    ParentWord(String token, Configuration configuration, Consumer<WorkerLine> toParent) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.configuration = configuration;
        this.toParent = toParent;
    }

    @Override
    public RequestFacts facts(Request request) {
        String shown = header(request, WorkerHeaders.TOKEN);
        if (!MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
            throw HttpTexts.error(Category.FORBIDDEN, "worker.token");
        }
        Locale language =
                ErrorAnswer.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), configuration.language());
        String exchange = header(request, WorkerHeaders.EXCHANGE);
        Presence presence = new Presence(
                exchange.isEmpty() ? () -> {} : () -> toParent.accept(new WorkerLine.Begun(Long.parseLong(exchange))));
        String address = header(request, WorkerHeaders.ADDRESS);
        Optional<Credentials> credentials =
                RequestFacts.credentials(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Caller caller = new Caller(
                URLDecoder.decode(header(request, WorkerHeaders.ACCOUNT), StandardCharsets.UTF_8),
                address,
                credentials);
        ClientView client = new ClientView(address, header(request, WorkerHeaders.ORIGIN));
        return new RequestFacts(
                new Call(RequestFacts.id(request), caller, presence),
                client,
                language,
                Optional.of(new Guest(Optional.empty(), credentials, false)),
                false);
    }

    private static String header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }
}
