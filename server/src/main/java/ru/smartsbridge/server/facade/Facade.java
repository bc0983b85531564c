package ru.smartsbridge.server.facade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.odata.Address;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.Step;

/** Answers requests to a base by typed calls of its transport. Thread-safe. */
public final class Facade {
    /** As the server's framework writes it, so that 1C reads the body as UTF-8. */
    static final String JSON = "application/json; odata.metadata=minimal; charset=utf-8";

    static final String TEXT = "text/plain; charset=utf-8";

    static final int OK = 200;
    static final int CREATED = 201;
    static final int NO_CONTENT = 204;

    private final Reading reading = new Reading();
    private final Paths paths = new Paths();
    private final long page;
    private final Writing writing;
    private final UploadActions uploads;

    /**
     * @param entityLimit bytes that one entity of a body may have
     * @param page entities of a collection that one answer gives at most; 0 for no bound
     */
    public Facade(long entityLimit, long page) {
        this.page = page;
        this.writing = new Writing(entityLimit);
        this.uploads = new UploadActions(entityLimit);
    }

    /**
     * Answers one request.
     *
     * @throws BridgeException where it cannot be answered; nothing of the answer is written then, unless the failure
     *     came while its body was under way
     */
    public void handle(Base base, Exchange exchange) throws IOException {
        Request request = new Request(base, exchange, page);
        Address address = request.address();
        if (address instanceof Address.ServiceDocument) {
            allow(exchange, "GET");
            try (OutputStream out = exchange.answer(OK, JSON)) {
                Answers.serviceDocument(out, exchange.root(), request.schema().edmx());
            }
        } else if (address instanceof Address.Metadata) {
            allow(exchange, "GET");
            try (OutputStream out = exchange.answer(OK, "application/xml; charset=utf-8")) {
                out.write(request.schema().edmx().document());
            }
        } else if (address instanceof Address.Entities entities) {
            entities(request, entities);
        } else if (address instanceof Address.OneEntity one) {
            oneEntity(request, one);
        } else if (address instanceof Address.Singleton singleton) {
            allow(exchange, "GET");
            reading.singleton(request, singleton);
        } else if (address instanceof Address.Count count) {
            allow(exchange, "GET");
            reading.count(request, count);
        } else if (address instanceof Address.Below below) {
            below(request, below);
        } else if (address instanceof Address.SetAction action) {
            allow(exchange, "POST");
            uploads.action(request, action);
        } else if (address instanceof Address.EntityAction action) {
            allow(exchange, "POST");
            writing.action(request, action);
        }
    }

    private void entities(Request request, Address.Entities entities) throws IOException {
        allow(request.exchange(), "GET", "POST");
        if (reads(request.exchange())) {
            reading.list(request, entities);
        } else if (UploadActions.takes(entities.set())) {
            uploads.add(request, entities);
        } else {
            writing.create(request, entities);
        }
    }

    private void oneEntity(Request request, Address.OneEntity one) throws IOException {
        allow(request.exchange(), "GET", "PATCH", "PUT", "DELETE");
        switch (request.exchange().method()) {
            case "PATCH" -> writing.update(request, one);
            case "PUT" -> writing.replace(request, one);
            case "DELETE" -> writing.delete(request, one);
            default -> reading.find(request, one);
        }
    }

    private void below(Request request, Address.Below below) throws IOException {
        boolean property = below.steps().size() == 1
                && below.last() instanceof Step.Property
                && !below.info().singleton();
        boolean written = property && below.form() != Address.Form.COUNT;
        if (written) {
            allow(request.exchange(), "GET", "PUT", "PATCH", "DELETE");
        } else {
            allow(request.exchange(), "GET");
        }
        switch (request.exchange().method()) {
            case "PUT", "PATCH" -> writing.property(request, below);
            case "DELETE" -> writing.removeProperty(request, below);
            default -> paths.read(request, below);
        }
    }

    private static boolean reads(Exchange exchange) {
        return exchange.method().equals("GET") || exchange.method().equals("HEAD");
    }

    private static void allow(Exchange exchange, String... methods) {
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        if (!Arrays.asList(methods).contains(method)) {
            exchange.header("Allow", String.join(", ", methods));
            throw FacadeTexts.error(
                    Category.METHOD_NOT_ALLOWED, "method", exchange.method(), String.join(", ", methods));
        }
    }
}
