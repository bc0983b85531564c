package ru.smartsbridge.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.uploads.UploadStatus;

/** How a base is whose transport is in this process, as an object of JSON. */
final class BaseState {
    private BaseState() {}

    /** Asks the base: {@code ready}, {@code reason}, {@code id}, {@code product}, {@code version}, {@code milliseconds}, {@code uploads}. */
    static Properties of(Base base, Call call, Locale language) {
        Properties.Builder state = Properties.builder();
        long begun = System.nanoTime();
        try {
            BaseInfo info = base.transport().baseInfo(call);
            Optional<Text> trouble = base.transport().trouble();
            state.put("ready", trouble.isEmpty())
                    .put("id", info.id())
                    .put("product", info.product())
                    .put("version", info.version());
            trouble.ifPresent(text -> state.put("reason", text.in(language)));
        } catch (BridgeException e) {
            // a server that asks each client for his own account answers, and has nothing to tell the bridge
            boolean asksForWho = e.category() == Category.UNAUTHENTICATED
                    && base.passesLogin()
                    && call.caller().credentials().isEmpty();
            state.put("ready", asksForWho)
                    .put("reason", e.text().in(language))
                    .put("category", e.category().name());
        }
        return state.put(
                        "milliseconds",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .put(
                        "uploads",
                        base.uploads().status().stream().map(BaseState::upload).toList())
                .build();
    }

    private static Properties upload(UploadStatus upload) {
        return Properties.builder()
                .put("target", upload.target())
                .put("action", upload.action())
                .put("owner", upload.owner())
                .put("since", upload.since().toString())
                .build();
    }

    /** What its transport has to say of the way to it. */
    static List<Properties> remarks(List<Remark> remarks, Locale language) {
        return remarks.stream()
                .map(remark -> Properties.builder()
                        .put("concern", remark.concern())
                        .put("text", remark.text().in(language))
                        .build())
                .toList();
    }
}
