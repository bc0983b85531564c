package ru.smartsbridge.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.access.Guest;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.running.RunningNote;

/**
 * Addresses for who runs the bridge: {@code /admin/check}, {@code /admin/reload} and {@code /admin/uploads/free}; they want
 * the run's token, or an account that administers.
 */
final class Administration {
    private final Bases bases;
    private final byte[] token;
    private final Reload reload;

    Administration(Bases bases, String token, Reload reload) {
        this.bases = bases;
        this.reload = reload;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Passes with the run's token, or for an account that may. */
    private void require(Context context, RequestFacts facts) {
        if (facts.guest().filter(Guest::administers).isPresent()) {
            return;
        }
        String shown = Optional.ofNullable(context.header(RunningNote.HEADER)).orElse("");
        if (!MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))) {
            throw HttpTexts.error(Category.FORBIDDEN, "admin.token");
        }
    }

    /** How each base is, with what its process has for it, as the account of this server sees it. */
    void check(Context context, RequestFacts facts) {
        require(context, facts);
        List<Properties> states =
                bases.all().parallelStream().map(base -> state(base, facts)).toList();
        context.result(Json.bytes(Properties.builder()
                .put("pid", ProcessHandle.current().pid())
                .put("account", System.getProperty("user.name"))
                .put("bases", states)
                .build()));
    }

    private static Properties state(ServedBase base, RequestFacts facts) {
        Properties.Builder state = Properties.builder()
                .put("name", base.name())
                .put("why", base.reason().in(facts.language()));
        List<Properties> ways = new ArrayList<>();
        for (Way way : base.ways()) {
            boolean serves = base.way().filter(way::equals).isPresent();
            ways.add(state(way, facts).with("way", Value.text(way.kind())).with("serves", Value.flag(serves)));
        }
        return state.put("ways", ways).build();
    }

    private static Properties state(Way way, RequestFacts facts) {
        if (way instanceof Way.InWorker inWorker) {
            try {
                Properties status = inWorker.worker().check(facts.language());
                Properties process = inWorker.worker().process();
                return process == null ? status : status.with("worker", process);
            } catch (BridgeException e) {
                return Properties.builder()
                        .put("ready", false)
                        .put("reason", e.text().in(facts.language()))
                        .put("category", e.category().name())
                        .build();
            }
        }
        return here(((Way.Here) way).base(), facts);
    }

    /** Of a base in this process, in the form in which a worker tells it. */
    static Properties here(Base base, RequestFacts facts) {
        Call call = new Call(facts.call().requestId(), Caller.BRIDGE);
        Properties state = BaseState.of(base, call, facts.language());
        List<Remark> remarks = new ArrayList<>(base.transport().surroundings());
        if (state.flag("ready")) {
            try {
                remarks.addAll(base.transport().remarks(call));
            } catch (BridgeException e) {
                remarks.add(new Remark(true, e.text()));
            }
        }
        return state.with("description", Value.text(base.transport().description()))
                .with("remarks", Value.items(BaseState.remarks(remarks, facts.language())));
    }

    /** {@code POST}: reads the configuration once more and serves it, whole or not at all. */
    void reload(Context context, RequestFacts facts) {
        require(context, facts);
        context.result(Json.bytes(reload.run(facts.language())));
    }

    /** {@code POST ?base=NAME&target=TARGET}: drops an open upload, whoever holds it. */
    void free(Context context, RequestFacts facts) {
        require(context, facts);
        String target = Optional.ofNullable(context.queryParam("target")).orElse("");
        ServedBase base = Optional.ofNullable(context.queryParam("base"))
                .flatMap(bases::find)
                .orElseThrow(() -> HttpTexts.unknownBase(context.queryParam("base"), bases));
        boolean freed = false;
        for (Way way : base.ways()) {
            freed |= way instanceof Way.InWorker inWorker
                    ? inWorker.worker().free(target, facts.language())
                    : ((Way.Here) way).base().uploads().free(target, facts.call());
        }
        if (!freed) {
            throw HttpTexts.error(Category.NOT_FOUND, "admin.upload", target, base.name());
        }
        context.status(204);
    }
}
