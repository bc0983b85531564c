package ru.smartsbridge.server.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.server.config.BaseConfiguration.Choice;
import ru.smartsbridge.server.config.BaseConfiguration.Fallback;
import ru.smartsbridge.server.config.BaseConfiguration.TransportKind;

/** Reads one base. */
final class BaseReader {
    private static final String REST = "rest";
    private static final String COM = "com";
    private static final String SANDBOX = "sandbox";
    private static final String CANDIDATE = "candidate";
    private static final long CONCURRENT = 2;
    private static final long MOST_CONCURRENT = 16;
    private static final long WAITING = 64;
    private static final long MOST_WAITING = 10_000;

    private final Transports transports;
    private final KnownKeys keys;
    private final Folders folders;
    private final Problems problems;

    BaseReader(Transports transports, Folders folders, Problems problems) {
        this.transports = transports;
        this.keys = new KnownKeys(transports.sections());
        this.folders = folders;
        this.problems = problems;
    }

    /** The base; empty where no transport can be chosen, which is then among the problems. */
    Optional<BaseConfiguration> read(String name, Origin origin, Mapping mapping) {
        mapping.allow(keys.ofBase());
        Map<String, Section> sections = new LinkedHashMap<>();
        transports
                .sections()
                .forEach((kind, settings) -> mapping.mapping(kind)
                        .ifPresent(
                                section -> sections.put(kind, section(kind, settings, mapping.origin(kind), section))));
        TransportKind transport = mapping.value("transport", Form.constant(TransportKind.class), TransportKind.AUTO);
        Fallback fallback = mapping.value("fallback", Form.constant(Fallback.class), Fallback.NONE);
        ZoneId zone = mapping.value("time-zone", Form.zone(), ZoneId.systemDefault());
        Duration timeout = mapping.value("upload-timeout", Form.period(), Duration.ofHours(2));
        Duration returning = mapping.value("fallback-return", Form.period(), BaseConfiguration.FALLBACK_RETURN);
        boolean rehearsal = mapping.flag("rehearsal", false);
        Trial trial = trial(mapping);
        Choice choice = choice(transport, sections);
        if (fallback == Fallback.COM && !(choice.kind().equals(REST) && sections.containsKey(COM))) {
            problems.add(mapping.origin("fallback"), mapping.path("fallback"), "fallback.alone");
        }
        if (!transports.has(choice.kind())) {
            boolean named = mapping.keys().contains("transport");
            problems.add(
                    named ? mapping.origin("transport") : origin,
                    mapping.path("transport"),
                    "transport.absent",
                    choice.kind());
            return Optional.empty();
        }
        return Optional.of(new BaseConfiguration(
                name, transport, fallback, choice, sections, zone, timeout, returning, rehearsal, trial, origin));
    }

    private Trial trial(Mapping mapping) {
        Optional<Path> record = mapping.keys().contains("record")
                ? mapping.value("record", Form.path(folders.of(mapping.valueOrigin("record"))), false)
                        .map(Mapping.Value::value)
                : Optional.empty();
        return new Trial(
                mapping.mapping(KnownKeys.SHADOW).flatMap(BaseReader::shadow),
                record,
                Set.copyOf(mapping.list("secrets", Form.text())),
                mapping.value("switch-needs-verdict", Form.period(), false).map(Mapping.Value::value));
    }

    /** Empty where there is no candidate, which is then among the problems. */
    private static Optional<Trial.Shadowing> shadow(Mapping mapping) {
        mapping.allow(KnownKeys.OF_SHADOW);
        if (!mapping.keys().contains(CANDIDATE)) {
            mapping.wrong(CANDIDATE, ConfigTexts.text("shadow.alone"));
        }
        double sample = mapping.value("sample", Form.share(), BigDecimal.ONE).doubleValue();
        long concurrent = mapping.value("concurrent", Form.wholeNumber(), CONCURRENT);
        long waiting = mapping.value("waiting", Form.count(), WAITING);
        if (concurrent < 1 || concurrent > MOST_CONCURRENT) {
            mapping.wrong("concurrent", ConfigTexts.text("shadow.concurrent", MOST_CONCURRENT));
        }
        if (waiting < 1 || waiting > MOST_WAITING) {
            mapping.wrong("waiting", ConfigTexts.text("shadow.waiting", MOST_WAITING));
        }
        Duration timeout = mapping.value("timeout", Form.period(), Duration.ofSeconds(30));
        return mapping.value(CANDIDATE, Form.text(), false)
                .map(candidate ->
                        new Trial.Shadowing(candidate.value(), sample, (int) concurrent, (int) waiting, timeout));
    }

    /** Design seam 7, by what is configured. */
    private static Choice choice(TransportKind transport, Map<String, Section> sections) {
        return switch (transport) {
            case REST -> new Choice(REST, ConfigTexts.text("choice.named"));
            case COM -> new Choice(COM, ConfigTexts.text("choice.named"));
            case SANDBOX -> new Choice(SANDBOX, ConfigTexts.text("choice.named"));
            case AUTO -> {
                if (sections.containsKey(REST)) {
                    yield new Choice(
                            REST, ConfigTexts.text(sections.containsKey(COM) ? "choice.rest.first" : "choice.rest"));
                }
                yield sections.containsKey(COM)
                        ? new Choice(COM, ConfigTexts.text("choice.com"))
                        : new Choice(SANDBOX, ConfigTexts.text("choice.sandbox"));
            }
        };
    }

    private Section section(String kind, List<Setting> settings, Origin origin, Mapping mapping) {
        mapping.allow(keys.ofSection(kind));
        Map<String, Section.Entry> entries = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (setting.type() == Setting.Type.NAMES) {
                mapping.mapping(setting.name()).ifPresent(names -> entries.put(setting.name(), names(names)));
            } else if (mapping.keys().contains(setting.name())) {
                Path folder = folders.of(mapping.valueOrigin(setting.name()));
                mapping.value(setting.name(), Form.of(setting, folder), setting.secret())
                        .ifPresent(value -> entries.put(
                                setting.name(), new Section.Entry(value.value(), value.shown(), value.origin())));
            }
        }
        return new Section(origin, entries);
    }

    private static Section.Entry names(Mapping mapping) {
        Map<String, String> names = new LinkedHashMap<>();
        mapping.keys()
                .forEach(key ->
                        mapping.value(key, Form.text(), false).ifPresent(value -> names.put(key, value.value())));
        return new Section.Entry(
                Collections.unmodifiableMap(names), names.keySet().toString(), mapping.origin());
    }
}
