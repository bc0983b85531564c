package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;

/** {@code /health/live}: the process answers. {@code /health/ready}: each base answers and its transport is well, or why not. */
final class Health {
    private static final int READY = 200;
    private static final int NOT_READY = 503;

    /** Of a base's state; owners of uploads are nobody's business here. */
    private static final List<String> SHOWN =
            List.of("ready", "product", "version", "reason", "milliseconds", "uploads");

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

    private static Properties state(ServedBase base, RequestFacts facts) {
        Properties.Builder state = Properties.builder().put("name", base.name());
        Optional<Way> way = base.way();
        Properties answer = way.map(found -> state(found, facts))
                .orElseGet(() -> Properties.builder().put("ready", false).build());
        way.ifPresent(found -> state.put("transport", found.kind()));
        state.put("why", base.reason().in(facts.language())).put("switches", base.switches());
        way.filter(Way.InWorker.class::isInstance)
                .map(found -> ((Way.InWorker) found).worker().process())
                .ifPresent(process -> state.put("worker", process));
        SHOWN.forEach(name -> answer.get(name).ifPresent(value -> state.put(name, value)));
        return state.build();
    }

    private static Properties state(Way way, RequestFacts facts) {
        Call call = new Call(facts.call().requestId(), Caller.BRIDGE);
        if (way instanceof Way.Here here) {
            return BaseState.of(here.base(), call, facts.language());
        }
        try {
            return ((Way.InWorker) way).worker().status(facts.language());
        } catch (BridgeException e) {
            return Properties.builder()
                    .put("ready", false)
                    .put("reason", e.text().in(facts.language()))
                    .build();
        }
    }
}
