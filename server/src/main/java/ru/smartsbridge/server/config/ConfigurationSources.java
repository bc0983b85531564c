package ru.smartsbridge.server.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a configuration comes from: a file, over it the environment, over that the command line.
 *
 * @param file what {@code --config} names, in the working directory where it is relative; empty: {@code bridge.yaml} beside the program, where it is there
 * @param program the folder of the program; empty where it does not run from one
 * @param working the working directory, absolute
 * @param environment all variables of the process
 * @param settings what {@code --set} gives, each {@code key=value}; of two for one key the later holds
 */
public record ConfigurationSources(
        Optional<String> file,
        Optional<Path> program,
        Path working,
        Map<String, String> environment,
        List<String> settings) {
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    /** A value over another. */
    private record Overlay(List<String> path, Item.Scalar value) {}

    /**
     * Reads and checks everything.
     *
     * @param language of a configuration that names none
     * @throws ConfigurationException with everything that is wrong
     */
    public LoadedConfiguration load(Transports transports, Locale language) throws ConfigurationException {
        Problems problems = new Problems();
        Optional<Path> read = fileNamed()
                .or(() -> program.map(folder -> folder.resolve("bridge.yaml")).filter(Files::exists))
                .map(path -> path.toAbsolutePath().normalize());
        Item.Branch tree = read.isPresent()
                ? YamlFile.read(read.get(), problems)
                : new Item.Branch(Map.of(), new Origin.Default());
        KnownKeys keys = new KnownKeys(transports.sections());
        List<Overlay> overlays = new ArrayList<>(variables(new EnvironmentKeys(keys, bases(tree), problems)));
        overlays.addAll(commandLine(problems));
        List<Overridden> overrides = new ArrayList<>();
        for (Overlay overlay : overlays) {
            overrides.add(override(tree, overlay, keys));
            tree = tree.with(overlay.path(), overlay.value());
        }
        checkLevel(problems);
        Folders folders = new Folders(read.map(Path::getParent).orElse(working), working);
        Configuration configuration =
                new ConfigurationReader(transports, environment, folders, language, problems).read(tree);
        return new LoadedConfiguration(configuration, read, overrides);
    }

    private Optional<Path> fileNamed() throws ConfigurationException {
        try {
            return file.map(working::resolve);
        } catch (InvalidPathException noPath) {
            Problem problem = new Problem(
                    new Origin.CommandLine("--config"), "", ConfigTexts.text("value.path", file.orElseThrow()));
            throw new ConfigurationException(List.of(problem), noPath);
        }
    }

    private static List<String> bases(Item.Branch tree) {
        return tree.at(List.of(KnownKeys.BASES)) instanceof Item.Branch bases
                ? List.copyOf(bases.children().keySet())
                : List.of();
    }

    private List<Overlay> variables(EnvironmentKeys keys) {
        List<Overlay> overlays = new ArrayList<>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (EnvironmentKeys.overrides(variable)) {
                keys.path(variable)
                        .ifPresent(path ->
                                overlays.add(new Overlay(path, new Item.Scalar(value, new Origin.Variable(variable)))));
            }
        });
        return overlays;
    }

    private List<Overlay> commandLine(Problems problems) {
        List<Overlay> overlays = new ArrayList<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                // what stands there may be a secret: it is not repeated
                problems.add(new Origin.CommandLine("--set"), "", "set.form");
                continue;
            }
            String key = setting.substring(0, equals).trim();
            overlays.add(new Overlay(
                    List.of(key.split("\\.", -1)),
                    new Item.Scalar(setting.substring(equals + 1), new Origin.CommandLine("--set " + key))));
        }
        return overlays;
    }

    private static Overridden override(Item.Branch tree, Overlay overlay, KnownKeys keys) {
        Item old = tree.at(overlay.path());
        return new Overridden(
                String.join(".", overlay.path()),
                Mapping.shown(overlay.value().text(), keys.secret(overlay.path())),
                overlay.value().origin(),
                Optional.ofNullable(old).map(Item::origin));
    }

    private void checkLevel(Problems problems) {
        String level = environment.get(EnvironmentKeys.LOG);
        if (level != null && !LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            problems.add(new Origin.Variable(EnvironmentKeys.LOG), "", "value.word", level, String.join(", ", LEVELS));
        }
    }
}
