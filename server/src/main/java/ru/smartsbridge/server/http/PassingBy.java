package ru.smartsbridge.server.http;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ru.smartsbridge.server.watch.Copy;
import ru.smartsbridge.server.watch.Onlooker;
import ru.smartsbridge.server.watch.Room;
import ru.smartsbridge.server.watch.Seen;

/** One request with its answer as onlookers see it: what goes by is copied, where one of them wants that, and not changed. */
final class PassingBy {
    private final List<Onlooker.Look> looks;
    private final boolean copied;
    private final Copy sent;
    private final Copy answered;
    private final long atMillis = System.currentTimeMillis();

    private PassingBy(List<Onlooker.Look> looks, Room room) {
        this.looks = looks;
        this.copied = looks.stream().anyMatch(Onlooker.Look::wantsContent);
        this.sent = new Copy(room);
        this.answered = new Copy(room);
    }

    /** How onlookers see a request; empty where none of them looks. */
    static Optional<PassingBy> begin(List<Onlooker> onlookers, Room room, String method, String path) {
        if (onlookers.isEmpty()) {
            return Optional.empty();
        }
        List<Onlooker.Look> looks = onlookers.stream()
                .map(onlooker -> onlooker.look(method, path))
                .filter(look -> look != Onlooker.Look.NONE)
                .toList();
        return looks.isEmpty() ? Optional.empty() : Optional.of(new PassingBy(looks, room));
    }

    Request request(Request request) {
        if (!copied) {
            return request;
        }
        return new Request.Wrapper(request) {
            @Override
            public Content.Chunk read() {
                Content.Chunk chunk = super.read();
                if (chunk != null && !Content.Chunk.isFailure(chunk)) {
                    sent.add(chunk.getByteBuffer());
                }
                return chunk;
            }
        };
    }

    Response response(Request request, Response response) {
        if (!copied) {
            return response;
        }
        return new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                if (content != null) {
                    answered.add(content);
                }
                super.write(last, content, callback);
            }
        };
    }

    /** @param status 0 where the answer was broken off */
    void ended(Request request, Response response, RequestFacts facts, String path, int status, long nanos) {
        List<Onlooker.Look> wanting =
                looks.stream().filter(Onlooker.Look::wantsContent).toList();
        Seen seen = new Seen(
                facts.call().requestId(),
                request.getMethod(),
                path,
                request.getHttpURI().getQuery(),
                headers(request),
                facts.authorizationInstead()
                        .or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))),
                status,
                orEmpty(response.getHeaders().get(HttpHeader.CONTENT_TYPE)),
                orEmpty(response.getHeaders().get(HttpHeader.CONTENT_ENCODING)),
                nanos,
                atMillis,
                sent,
                answered,
                new AtomicInteger(wanting.size()));
        looks.forEach(look -> look.ended(look.wantsContent() ? seen : null));
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Seen.HEADERS) {
            String value = request.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
