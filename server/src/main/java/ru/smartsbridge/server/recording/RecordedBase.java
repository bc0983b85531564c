package ru.smartsbridge.server.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * What a recording says of its base: the file {@code recording.json} beside the exchanges.
 *
 * @param name in the configuration
 * @param ways by which it could be reached: {@code com}, {@code rest}, {@code sandbox}
 * @param zone of its dates without an offset
 * @param secrets names of properties whose values it does not hold, beside those that are always secret
 */
public record RecordedBase(String name, List<String> ways, ZoneId zone, Set<String> secrets) {
    /** The file of the exchanges, a line of JSON each. */
    public static final String EXCHANGES = "exchanges.jsonl";

    private static final String FILE = "recording.json";
    private static final String FORM = "smarts-bridge-recording/1";

    void write(Path folder) throws IOException {
        Files.write(
                folder.resolve(FILE),
                Json.bytes(Properties.builder()
                        .put("form", FORM)
                        .put("base", name)
                        .put("ways", Value.items(ways.stream().map(Value::text).toList()))
                        .put("timeZone", zone.getId())
                        .put(
                                "secrets",
                                Value.items(secrets.stream()
                                        .sorted()
                                        .map(Value::text)
                                        .toList()))
                        .build()));
    }

    /**
     * What stands in a folder.
     *
     * @throws IOException where there is no recording, or one of another form
     */
    public static RecordedBase in(Path folder) throws IOException {
        try {
            Properties told = Json.parseObject(Files.readAllBytes(folder.resolve(FILE)));
            if (!FORM.equals(told.text("form"))) {
                throw new IOException(folder.resolve(FILE) + ": " + told.text("form"));
            }
            return new RecordedBase(
                    told.text("base"),
                    told.texts("ways"),
                    ZoneId.of(told.text("timeZone")),
                    Set.copyOf(told.texts("secrets")));
        } catch (RuntimeException unusable) {
            throw new IOException(folder.resolve(FILE) + ": " + unusable.getMessage(), unusable);
        }
    }
}
