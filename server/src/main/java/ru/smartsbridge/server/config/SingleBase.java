package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.access.AccessRules;

/**
 * A configuration of one base as it is handed to another process of this program: complete, with secrets, without files,
 * variables or defaults of its own. It lies in no file.
 */
public final class SingleBase {
    private static final String UTC = "UTC";

    private SingleBase() {}

    /** What the other process needs to serve {@code base} by its chosen transport, with {@code state} for its folder. */
    public static Properties describe(Configuration configuration, BaseConfiguration base, Path state) {
        Limits limits = configuration.limits();
        return Properties.builder()
                .put("base", base.name())
                .put("transport", base.choice().kind())
                .put("section", section(base.chosenSection()))
                .put("timeZone", base.timeZone().getId())
                .put("uploadTimeout", base.uploadTimeout().toMillis())
                .put("state", state.toString())
                .put("language", configuration.language().getLanguage())
                .put("body", limits.body())
                .put("entity", limits.entity())
                .put("header", limits.header())
                .put("requestIdle", limits.requestIdle().toMillis())
                .put("page", limits.page())
                .build();
    }

    /** One of a small base of the sandbox in memory, for a process that warms up. */
    public static Configuration ofSandbox(Path state) {
        Origin origin = new Origin.Default();
        Section section = new Section(
                origin,
                Map.of(
                        "store", new Section.Entry("memory", "memory", origin),
                        "products", new Section.Entry(1L, "1", origin)));
        BaseConfiguration base = new BaseConfiguration(
                "warming",
                BaseConfiguration.TransportKind.SANDBOX,
                BaseConfiguration.Fallback.NONE,
                new BaseConfiguration.Choice("sandbox", ConfigTexts.text("choice.named")),
                Map.of("sandbox", section),
                ZoneId.of(UTC),
                Duration.ofHours(1),
                BaseConfiguration.FALLBACK_RETURN,
                false,
                Trial.NONE,
                origin);
        return new Configuration(
                new Listen(Listen.DEFAULT.host(), 0),
                base.name(),
                List.of(base),
                new TrustedProxies(List.of()),
                state,
                Limits.DEFAULT,
                Locale.ROOT,
                AccessRules.NONE);
    }

    private static Properties section(Section section) {
        Properties.Builder values = Properties.builder();
        section.values().forEach((key, value) -> values.put(key, value(value)));
        return values.build();
    }

    private static Value value(Object value) {
        if (value instanceof Map<?, ?> names) {
            Properties.Builder texts = Properties.builder();
            names.forEach((name, text) -> texts.put((String) name, (String) text));
            return texts.build();
        }
        return Value.text(value instanceof Duration duration ? duration.toMillis() + "ms" : String.valueOf(value));
    }

    /**
     * The configuration that was described, to listen on a free port of loopback.
     *
     * @throws IllegalArgumentException where it was described by another version of this program
     */
    public static Configuration read(Properties described, Transports transports) {
        String kind = described.text("transport");
        Origin origin = new Origin.Default();
        List<Setting> settings = transports.sections().get(kind);
        Properties values = described.object("section").orElse(Properties.EMPTY);
        Map<String, Section.Entry> entries = new LinkedHashMap<>();
        for (Setting setting : settings == null ? List.<Setting>of() : settings) {
            values.get(setting.name())
                    .ifPresent(value -> entries.put(
                            setting.name(), new Section.Entry(parsed(setting, value), Mapping.MASK, origin)));
        }
        String zone = described.text("timeZone");
        BaseConfiguration base = new BaseConfiguration(
                described.text("base"),
                BaseConfiguration.TransportKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                BaseConfiguration.Fallback.NONE,
                new BaseConfiguration.Choice(kind, ConfigTexts.text("choice.named")),
                Map.of(kind, new Section(origin, entries)),
                ZoneId.of(zone == null ? UTC : zone),
                millis(described, "uploadTimeout"),
                BaseConfiguration.FALLBACK_RETURN,
                false,
                Trial.NONE,
                origin);
        return new Configuration(
                new Listen(Listen.DEFAULT.host(), 0),
                base.name(),
                List.of(base),
                new TrustedProxies(List.of()),
                Path.of(described.text("state")),
                new Limits(
                        described.decimal("body").longValueExact(),
                        described.decimal("entity").longValueExact(),
                        described.decimal("header").intValueExact(),
                        millis(described, "requestIdle"),
                        described.decimal("page").longValueExact()),
                "ru".equals(described.text("language")) ? Locale.forLanguageTag("ru") : Locale.ROOT,
                AccessRules.NONE); // the server that started it has let in who comes
    }

    private static Duration millis(Properties described, String name) {
        return Duration.ofMillis(described.decimal(name).longValueExact());
    }

    private static Object parsed(Setting setting, Value value) {
        if (value instanceof Properties names) {
            Map<String, String> texts = new LinkedHashMap<>();
            names.names().forEach(name -> texts.put(name, names.text(name)));
            return texts;
        }
        String text = value instanceof Value.Text given ? given.value() : "";
        return Form.of(setting, Path.of(""))
                .parse()
                .apply(text)
                .orElseThrow(() -> new IllegalArgumentException(setting.name()));
    }
}
