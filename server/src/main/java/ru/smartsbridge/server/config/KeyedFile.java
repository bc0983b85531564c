package ru.smartsbridge.server.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a YAML file other than the configuration in the same manner: every error with its place, all of them at once. */
public final class KeyedFile {
    private KeyedFile() {}

    /**
     * Reads a file.
     *
     * @param option by which it was named, for an error
     * @param file in {@code working} where it is relative
     * @param environment for <code>${NAME}</code>
     * @param meaning gives the keys their meaning
     * @throws ConfigurationException with everything that is wrong
     */
    public static <T> T read(
            String option, String file, Path working, Map<String, String> environment, Function<Mapping, T> meaning)
            throws ConfigurationException {
        Path path;
        try {
            path = working.resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException noPath) {
            Problem problem = new Problem(new Origin.CommandLine(option), "", ConfigTexts.text("value.path", file));
            throw new ConfigurationException(List.of(problem), noPath);
        }
        Problems problems = new Problems();
        Folders folders = new Folders(path.getParent(), working);
        Placeholders placeholders = new Placeholders(environment, folders, problems);
        T read = meaning.apply(new Mapping(YamlFile.read(path, problems), "", placeholders, problems));
        problems.check();
        return read;
    }
}
