package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import ru.smartsbridge.api.SimulatedDevices;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.odata.Answers;
import ru.smartsbridge.server.odata.PercentEncoding;

/**
 * {@code POST /sandbox/{base}/devices/{id}/finish}: a simulated device takes a document, fills and finishes it.
 *
 * <p>{@code ?document=id} names the document; without it the device takes the one that waits longest. An address of
 * our own, outside the API: no client of Mobile SMARTS meets it.
 */
final class SandboxDevices {
    private static final String DOCUMENT = "document=";

    private final Bases bases;

    SandboxDevices(Bases bases) {
        this.bases = bases;
    }

    void finish(Context context, RequestFacts facts) throws IOException {
        String name = context.pathParam("base");
        ServedBase base = bases.find(name).orElseThrow(() -> HttpTexts.unknownBase(name, bases));
        SimulatedDevices devices = base.way()
                .filter(Way.Here.class::isInstance)
                .flatMap(way -> ((Way.Here) way).base().transport().simulatedDevices())
                .orElseThrow(() -> HttpTexts.error(Category.UNSUPPORTED_HERE, "device.none", base.name()));
        Optional<String> document = document(context.req().getQueryString());
        String device = PercentEncoding.decode(rawDevice(context.req().getRequestURI()));
        Document finished = devices.finish(device, document, facts.call());
        context.contentType(ErrorAnswer.CONTENT_TYPE);
        try (OutputStream out = context.res().getOutputStream()) {
            Answers.entity(out, facts.client().origin() + context.path(), finished.properties());
        }
    }

    /** The one parameter there is; a misspelt one must not have the device take somebody else's document. */
    private static Optional<String> document(String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        if (!query.startsWith(DOCUMENT) || query.indexOf('&') >= 0) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "device.parameter", query);
        }
        return Optional.of(PercentEncoding.decode(query.substring(DOCUMENT.length())));
    }

    /** {@code /sandbox/{base}/devices/{id}/finish}: the step before the last. */
    private static String rawDevice(String path) {
        String[] steps = path.split("/");
        return steps[steps.length - 2];
    }
}
