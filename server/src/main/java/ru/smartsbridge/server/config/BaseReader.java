package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.server.config.BaseConfiguration.Choice;
import ru.smartsbridge.server.config.BaseConfiguration.Fallback;
import ru.smartsbridge.server.config.BaseConfiguration.TransportKind;

/** Reads one base. */
final class BaseReader {
    private static final String REST = "rest";
    private static final String SANDBOX = "sandbox";

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
        if (fallback == Fallback.COM && !transports.has(ComSection.KIND)) {
            problems.add(mapping.origin("fallback"), mapping.path("fallback"), "fallback.absent");
        }
        Choice choice = choice(transport, sections);
        if (!transports.has(choice.kind())) {
            boolean named = mapping.keys().contains("transport");
            problems.add(
                    named ? mapping.origin("transport") : origin,
                    mapping.path("transport"),
                    "transport.absent",
                    choice.kind());
            return Optional.empty();
        }
        return Optional.of(new BaseConfiguration(name, transport, fallback, choice, sections, zone, timeout, origin));
    }

    /** Design seam 7, by what is configured. */
    private static Choice choice(TransportKind transport, Map<String, Section> sections) {
        return switch (transport) {
            case REST -> new Choice(REST, ConfigTexts.text("choice.named"));
            case COM -> new Choice(ComSection.KIND, ConfigTexts.text("choice.named"));
            case SANDBOX -> new Choice(SANDBOX, ConfigTexts.text("choice.named"));
            case AUTO -> {
                if (sections.containsKey(REST)) {
                    yield new Choice(REST, ConfigTexts.text("choice.rest"));
                }
                yield sections.containsKey(ComSection.KIND)
                        ? new Choice(ComSection.KIND, ConfigTexts.text("choice.com"))
                        : new Choice(SANDBOX, ConfigTexts.text("choice.sandbox"));
            }
        };
    }

    private Section section(String kind, List<Setting> settings, Origin origin, Mapping mapping) {
        mapping.allow(keys.ofSection(kind));
        Map<String, Section.Entry> entries = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (mapping.keys().contains(setting.name())) {
                Path folder = folders.of(mapping.valueOrigin(setting.name()));
                mapping.value(setting.name(), form(kind, setting, folder), setting.secret())
                        .ifPresent(value -> entries.put(
                                setting.name(), new Section.Entry(value.value(), value.shown(), value.origin())));
            }
        }
        if (kind.equals(ComSection.KIND)) {
            mapping.mapping(ComSection.MEMBERS).ifPresent(members -> entries.put(ComSection.MEMBERS, members(members)));
        }
        return new Section(origin, entries);
    }

    private static Form<?> form(String kind, Setting setting, Path folder) {
        List<String> words = kind.equals(ComSection.KIND) ? ComSection.WORDS.get(setting.name()) : null;
        return words == null ? Form.of(setting.type(), folder) : Form.word(words);
    }

    private static Section.Entry members(Mapping mapping) {
        Map<String, String> members = new LinkedHashMap<>();
        mapping.keys()
                .forEach(key ->
                        mapping.value(key, Form.text(), false).ifPresent(value -> members.put(key, value.value())));
        return new Section.Entry(Map.copyOf(members), members.keySet().toString(), mapping.origin());
    }
}
