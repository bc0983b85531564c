package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.uploads.UploadStatus;

/** {@code /health/live}: the process answers. {@code /health/ready}: each base answers and its transport is well, or why not. */
final class Health {
    private static final int READY = 200;
    private static final int NOT_READY = 503;

    private final Bases bases;

    Health(Bases bases) {
        this.bases = bases;
    }

    void live(Context context) {
        context.result("{\"status\":\"live\"}");
    }

    void ready(Context context, RequestFacts facts) {
        List<Properties> states =
                bases.all().parallelStream().map(base -> state(base, facts)).toList();
        boolean ready = states.stream().allMatch(state -> state.flag("ready"));
        Properties answer = Properties.builder()
                .put("status", ready ? "ready" : "not ready")
                .put("bases", states)
                .build();
        context.status(ready ? READY : NOT_READY).result(Json.bytes(answer));
    }

    private static Properties state(Base base, RequestFacts facts) {
        Properties.Builder state = Properties.builder().put("name", base.name()).put("transport", base.kind());
        long begun = System.nanoTime();
        try {
            BaseInfo info = base.transport().baseInfo(new Call(facts.call().requestId(), Caller.BRIDGE));
            String product = info.product();
            String version = info.version();
            Optional<Text> trouble = base.transport().trouble();
            state.put("ready", trouble.isEmpty()).put("product", product).put("version", version);
            trouble.ifPresent(text -> state.put("reason", text.in(facts.language())));
        } catch (BridgeException e) {
            state.put("ready", false).put("reason", e.text().in(facts.language()));
        }
        return state.put(
                        "milliseconds",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .put(
                        "uploads",
                        base.uploads().status().stream().map(Health::upload).toList())
                .build();
    }

    private static Properties upload(UploadStatus upload) {
        return Properties.builder()
                .put("target", upload.target())
                .put("action", upload.action())
                .put("since", upload.since().toString())
                .build();
    }
}
