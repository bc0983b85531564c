package ru.smartsbridge.rest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;

/** Transports as a configuration would open them, and the errors that tests expect of them. */
final class Opened {
    static final Call CALL = new Call("test-1", Caller.BRIDGE);

    private Opened() {}

    static Transport at(String url, Object... more) {
        return new RestTransportProvider().open(settings(url, more));
    }

    static BaseSettings settings(String url, Object... more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("url", url);
        values.put("connect-timeout", Duration.ofSeconds(5));
        values.put("request-timeout", Duration.ofSeconds(20));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return new BaseSettings("main", ZoneId.of("Europe/Moscow"), Path.of("."), values);
    }

    static Call callBy(ru.smartsbridge.api.call.Credentials credentials) {
        return new Call("test-2", new Caller("someone", "127.0.0.1", Optional.of(credentials)));
    }

    /** What {@code call} fails with; fails itself where it does not. */
    static BridgeException errorOf(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        Assertions.assertThat(thrown).isInstanceOf(BridgeException.class);
        return (BridgeException) thrown;
    }
}
