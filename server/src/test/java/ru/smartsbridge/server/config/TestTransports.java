package ru.smartsbridge.server.config;

import java.util.List;
import java.util.function.Function;
import org.mockito.Mockito;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Transports of tests: the keys of the real ones, and whatever stands behind that a test gives. */
public final class TestTransports {
    private TestTransports() {}

    /** A rest transport that wants a url, a com transport and a sandbox; all open what {@code opened} gives. */
    public static Transports opening(Function<BaseSettings, Transport> opened) {
        Setting forward = Setting.text("forward");
        return new Transports(List.of(
                new Provider(
                        "rest",
                        List.of(
                                Setting.text("url"),
                                Setting.text("login"),
                                Setting.secret("password"),
                                Setting.secret("token"),
                                forward,
                                Setting.path("trust"),
                                Setting.duration("connect-timeout"),
                                Setting.number("connections"),
                                Setting.flag("compress")),
                        settings -> {
                            require(settings.text("url").isPresent(), "url");
                            require(settings.text("forward").orElse("typed").equals("typed"), "forward");
                            if (settings.values().containsValue("chatty")) {
                                throw new BridgeException(
                                        Category.INVALID_REQUEST,
                                        Text.verbatim(settings.values().toString()));
                            }
                            return opened.apply(settings);
                        }),
                new Provider(
                        "com",
                        List.of(
                                Setting.text("connection"),
                                Setting.word("component", "storage", "terminal"),
                                Setting.word("isolation", "process", "none"),
                                Setting.path("java"),
                                Setting.secret("password"),
                                Setting.text("exchange"),
                                Setting.names("members")),
                        settings -> {
                            require(settings.text("connection").isPresent(), "connection");
                            return opened.apply(settings);
                        }),
                new Provider("sandbox", List.of(Setting.path("data"), Setting.text("store")), opened)));
    }

    /** The same, opening transports that answer nothing. */
    public static Transports silent() {
        return opening(settings -> Mockito.mock(Transport.class));
    }

    private static void require(boolean usable, String key) {
        if (!usable) {
            throw new BridgeException(Category.INVALID_REQUEST, Text.verbatim("cannot use " + key)).at(key);
        }
    }

    private record Provider(String kind, List<Setting> settings, Function<BaseSettings, Transport> opened)
            implements TransportProvider {
        @Override
        public Transport open(BaseSettings settings) {
            return opened.apply(settings);
        }
    }
}
