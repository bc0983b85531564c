package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.openapi.OpenApi;

/** {@code /openapi.json?base=…}, a base's API described by OpenAPI, and {@code /swagger}, the same to be looked at and tried. */
final class Description {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    /** Files of the page by their types; those that are not ours are the webjar's. */
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "start.js", JAVASCRIPT,
            "swagger-ui-bundle.js", JAVASCRIPT,
            "swagger-ui-standalone-preset.js", JAVASCRIPT,
            "swagger-ui.css", CSS,
            "favicon-32x32.png", "image/png");

    private static final List<String> OWN = List.of("index.html", "start.js");

    private final Bases bases;

    Description(Bases bases) {
        this.bases = bases;
    }

    /** OpenAPI of the base that is named, else of the default one. */
    void openApi(Context context, RequestFacts facts) {
        String name = context.queryParam("base");
        ServedBase base = name == null
                ? bases.standard()
                : bases.find(name).orElseThrow(() -> HttpTexts.unknownBase(name, bases));
        facts.guest().ifPresent(guest -> guest.requireBase(base.name()));
        Way way = base.choose();
        byte[] described = way instanceof Way.InWorker inWorker
                ? inWorker.worker().openApi(facts.language())
                : of(((Way.Here) way).base(), facts.towards(way).call(), facts.language());
        context.contentType(ErrorAnswer.CONTENT_TYPE).result(described);
    }

    /** Of a base in this process. */
    static byte[] of(Base base, Call call, Locale language) {
        return Json.bytes(OpenApi.of(
                base.transport().schema(call),
                base.transport().capabilities(),
                base.name(),
                "/" + base.name() + "/api/v1",
                language));
    }

    /** {@code /swagger} and the files that it loads. */
    void page(Context context, String file) throws IOException {
        String type = Optional.ofNullable(FILES.get(file))
                .orElseThrow(() -> HttpTexts.error(Category.NOT_FOUND, "status.404"));
        String resource = OWN.contains(file) ? "swagger/" + file : WEBJAR + version() + "/" + file;
        try (InputStream bytes = Description.class.getResourceAsStream(resource)) {
            context.contentType(type)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                                    + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                    .result(bytes.readAllBytes());
        }
    }

    private static String version() throws IOException {
        java.util.Properties told = new java.util.Properties();
        try (InputStream bytes = Description.class.getResourceAsStream(WEBJAR_VERSION)) {
            told.load(bytes);
        }
        return told.getProperty("version");
    }

    /** Whose descriptions the page offers: those that its reader may use, the default one first. */
    void offered(Context context, RequestFacts facts) {
        List<Properties> offered = bases.all().stream()
                .filter(base -> facts.guest()
                        .filter(guest -> !guest.mayUse(base.name()))
                        .isEmpty())
                .sorted((one, other) -> Boolean.compare(other == bases.standard(), one == bases.standard()))
                .map(base -> Properties.builder()
                        .put("name", base.name())
                        .put("url", "/openapi.json?base=" + base.name())
                        .build())
                .toList();
        context.contentType(ErrorAnswer.CONTENT_TYPE).result(Json.bytes(Value.items(offered)));
    }
}
