package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.workers.WorkerHeaders;

/** A worker's own addresses, at which the server asks how its base is and frees uploads. */
final class WorkerAddresses {
    private final Base base;

    WorkerAddresses(Base base) {
        this.base = base;
    }

    /** {@link BaseState}. */
    void status(Context context, RequestFacts facts) {
        context.result(Json.bytes(BaseState.of(base, facts.call(), facts.language())));
    }

    /** {@link Administration#here} with what stands behind it, what cannot be asked of it, and what people should know. */
    void check(Context context, RequestFacts facts) {
        Properties answer = Administration.here(base, facts)
                .with("missing", Value.items(missing(base.transport().capabilities(), facts)));
        context.result(Json.bytes(answer));
    }

    private static List<Properties> missing(Capabilities capabilities, RequestFacts facts) {
        List<Properties> missing = new ArrayList<>();
        for (SetKind kind : SetKind.values()) {
            for (Verb verb : Verb.values()) {
                capabilities
                        .missing(verb, kind)
                        .ifPresent(reason -> missing.add(Properties.builder()
                                .put("set", kind.edmName())
                                .put("verb", verb.name())
                                .put("reason", reason.in(facts.language()))
                                .build()));
            }
        }
        return missing;
    }

    /** {@link Description#of}. */
    void openApi(Context context, RequestFacts facts) {
        context.result(Description.of(base, facts.call(), facts.language()));
    }

    /** {@link WorkerHeaders#FREE_PATH}. */
    void free(Context context, RequestFacts facts) {
        String target = context.queryParam("target");
        boolean freed = target != null && base.uploads().free(target, facts.call());
        context.result(Json.bytes(Properties.builder().put("freed", freed).build()));
    }
}
