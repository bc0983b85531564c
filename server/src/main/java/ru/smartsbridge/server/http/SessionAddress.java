package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.access.Access;
import ru.smartsbridge.server.access.Tokens;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.odata.PercentEncoding;

/**
 * {@code {base}/session}, as the server has it [doc]: {@code GET ?username=…&password=…}, or {@code POST} of a form with
 * {@code grant_type=password} or {@code grant_type=refresh_token}.
 *
 * <p>Where the bridge has no accounts of its own, the base is asked once as the one who wants the session, so that a wrong
 * password is told at once by a backend that asks for one.
 */
final class SessionAddress {
    private static final int MOST_BYTES = 16 << 10;
    private static final int MOST_FIELDS = 20;

    private final Access access;

    SessionAddress(Access access) {
        this.access = access;
    }

    void open(Context context, RequestFacts facts) throws IOException {
        Way way = (Way) context.req().getAttribute(Gate.SESSION);
        Tokens tokens = switch (context.req().getMethod()) {
            case "GET" -> withPassword(fields(context.req().getQueryString()), way, facts);
            case "POST" -> posted(fields(body(context)), way, facts);
            default -> {
                context.res().setHeader("Allow", "GET, POST");
                throw HttpTexts.error(Category.METHOD_NOT_ALLOWED, "status.405");
            }
        };
        context.res().setHeader("Cache-Control", "no-store");
        context.result(Json.bytes(Properties.builder()
                .put("access_token", tokens.access())
                .put("token_type", "bearer")
                .put("expires_in", tokens.life().toSeconds())
                .put("refresh_token", tokens.refresh())
                .build()));
    }

    private Tokens posted(Map<String, String> fields, Way way, RequestFacts facts) {
        return switch (fields.getOrDefault("grant_type", "")) {
            case "password" -> withPassword(fields, way, facts);
            case "refresh_token" -> access.refresh(required(fields, "refresh_token"));
            default -> throw HttpTexts.error(Category.INVALID_REQUEST, "session.grant");
        };
    }

    private Tokens withPassword(Map<String, String> fields, Way way, RequestFacts facts) {
        Credentials.Password shown =
                new Credentials.Password(required(fields, "username"), fields.getOrDefault("password", ""));
        if (!access.knowsAccounts() && way instanceof Way.Here here) {
            Caller caller = new Caller(shown.login(), facts.call().caller().address(), Optional.of(shown));
            here.base()
                    .transport()
                    .baseInfo(new Call(
                            facts.call().requestId(), caller, facts.call().watch()));
        }
        return access.open(shown);
    }

    private static String required(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> HttpTexts.error(Category.INVALID_REQUEST, "session.field", name));
    }

    private static String body(Context context) throws IOException {
        try (InputStream in = context.req().getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw HttpTexts.error(Category.TOO_LARGE, "session.large", MOST_BYTES);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Of a form or a query; names in any case, since the vendor's text and its server differ [doc]. */
    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form == null ? new String[0] : form.strip().split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                        decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** Its error tells the text, which here may be a password. */
    private static String decoded(String text) {
        try {
            return PercentEncoding.decode(text.replace('+', ' '));
        } catch (BridgeException e) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "session.escape");
        }
    }
}
