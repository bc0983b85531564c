package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.server.access.AccessRules;

/** Gives the keys of a configuration their meaning. */
final class ConfigurationReader {
    private static final Pattern BASE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    /** First segments of the bridge's own addresses; case apart, since people mix it up. */
    private static final Set<String> RESERVED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        RESERVED.addAll(List.of("MobileSMARTS", "health", "metrics", "swagger", "openapi.json", "sandbox", "admin"));
    }

    private final BaseReader bases;
    private final Folders folders;
    private final Placeholders placeholders;
    private final Problems problems;
    private final Locale language;

    /**
     * Makes a reader.
     *
     * @param language where the configuration names none
     */
    ConfigurationReader(
            Transports transports,
            Map<String, String> environment,
            Folders folders,
            Locale language,
            Problems problems) {
        this.bases = new BaseReader(transports, folders, problems);
        this.folders = folders;
        this.placeholders = new Placeholders(environment, folders, problems);
        this.language = language;
        this.problems = problems;
    }

    /** The configuration. */
    Configuration read(Item.Branch root) throws ConfigurationException {
        Mapping top = new Mapping(root, "", placeholders, problems);
        top.allow(KnownKeys.TOP);
        Listen listen = top.value("listen", Form.listen(), Listen.DEFAULT);
        List<BaseConfiguration> read = bases(top);
        Path folder = top.keys().contains("state") ? folders.of(top.valueOrigin("state")) : folders.beside();
        Path state = top.value("state", Form.path(folder), folders.beside().resolve("state"));
        TrustedProxies proxies = new TrustedProxies(top.list("trusted-proxies", Form.network()));
        Limits limits = limits(top.mapping(KnownKeys.LIMITS));
        Locale spoken = top.value("language", Form.word(List.of("ru", "en")), false)
                .map(value -> value.value().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ROOT)
                .orElse(language);
        String defaultBase = defaultBase(top, read);
        AccessRules access = new AccessReader(read, problems).read(top, listen);
        checkShared(read);
        read.forEach(base -> checkShadow(base, read));
        problems.check();
        return new Configuration(listen, defaultBase, read, proxies, state, limits, spoken, access);
    }

    private List<BaseConfiguration> bases(Mapping top) {
        Optional<Mapping> section =
                top.mapping(KnownKeys.BASES).filter(mapping -> !mapping.keys().isEmpty());
        List<BaseConfiguration> read = new ArrayList<>();
        if (section.isEmpty()) {
            Mapping none =
                    new Mapping(new Item.Branch(Map.of(), new Origin.Default()), "bases.main", placeholders, problems);
            bases.read("main", new Origin.Default(), none).ifPresent(read::add);
            return read;
        }
        Map<String, String> seen = new HashMap<>();
        for (String name : section.get().keys()) {
            Origin origin = section.get().origin(name);
            checkName(name, origin, section.get().path(name), seen.put(name.toLowerCase(Locale.ROOT), name));
            section.get()
                    .mapping(name)
                    .flatMap(base -> bases.read(name, origin, base))
                    .ifPresent(read::add);
        }
        return read;
    }

    /** The component has one connector for its whole process, so two bases there would be one [run]. */
    private void checkShared(List<BaseConfiguration> read) {
        List<BaseConfiguration> shared = read.stream()
                .filter(base -> base.ways().stream()
                        .map(base::by)
                        .anyMatch(way -> way.choice().kind().equals("com") && !way.isolated()))
                .toList();
        shared.stream()
                .skip(1)
                .forEach(base -> problems.add(
                        base.origin(),
                        "bases." + base.name() + ".com.isolation",
                        "isolation.shared",
                        shared.get(0).name()));
    }

    /** A base that is a candidate answers from its own transport, and no base is its own candidate. */
    private void checkShadow(BaseConfiguration base, List<BaseConfiguration> read) {
        base.trial().shadow().map(Trial.Shadowing::candidate).ifPresent(candidate -> {
            List<String> others = read.stream()
                    .map(BaseConfiguration::name)
                    .filter(name -> !name.equals(base.name()))
                    .toList();
            if (!others.contains(candidate)) {
                problems.add(
                        base.origin(),
                        "bases." + base.name() + ".shadow.candidate",
                        "shadow.candidate",
                        String.join(", ", others));
            }
        });
    }

    private void checkName(String name, Origin origin, String key, String alike) {
        if (!BASE_NAME.matcher(name).matches()) {
            problems.add(origin, key, "base.name");
        } else if (RESERVED.contains(name)) {
            problems.add(origin, key, "base.reserved", String.join(", ", RESERVED));
        } else if (alike != null) {
            problems.add(origin, key, "base.alike", alike);
        }
    }

    private String defaultBase(Mapping top, List<BaseConfiguration> read) {
        List<String> names = read.stream().map(BaseConfiguration::name).toList();
        Optional<Mapping.Value<String>> configured = top.value("default-base", Form.text(), false);
        if (configured.isPresent()) {
            String name = configured.get().value();
            boolean known = top.mapping(KnownKeys.BASES)
                    .map(section -> section.keys().contains(name))
                    .orElse(false);
            if (!known && !names.contains(name)) {
                Origin origin = configured.get().origin();
                String key = top.path("default-base");
                Nearest.to(name, names)
                        .ifPresentOrElse(
                                near -> problems.add(origin, key, "base.unknown.nearest", near),
                                () -> problems.add(origin, key, "base.unknown", String.join(", ", names)));
            }
            return name;
        }
        if (names.size() > 1 && !names.contains("main")) {
            problems.add(top.origin(), "default-base", "base.noDefault", String.join(", ", names));
        }
        return names.size() == 1 ? names.get(0) : "main";
    }

    private static Limits limits(Optional<Mapping> configured) {
        Limits otherwise = Limits.DEFAULT;
        if (configured.isEmpty()) {
            return otherwise;
        }
        Mapping limits = configured.get();
        limits.allow(KnownKeys.OF_LIMITS);
        long body = limits.value("body", Form.size(Long.MAX_VALUE), otherwise.body());
        long entity = limits.value("entity", Form.size(Long.MAX_VALUE), otherwise.entity());
        long header = limits.value("header", Form.size(Integer.MAX_VALUE), (long) otherwise.header());
        Duration idle = limits.value("request-idle", Form.period(), otherwise.requestIdle());
        long page = limits.value("page", Form.count(), otherwise.page());
        return new Limits(body, entity, Math.toIntExact(header), idle, page);
    }
}
