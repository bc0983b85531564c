package ru.smartsbridge.sandbox.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.MalformedJson;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/**
 * Requests and answers as a bridge records them, a line of JSON each: what was read of sets and entities, in the order in
 * which it was answered. What was written, and answers that show a part of an entity, tell nothing here.
 */
final class RecordedExchanges {
    static final String FILE = "exchanges.jsonl";

    private static final String ANSWER = "answer";
    private static final String METADATA = "$metadata";
    private static final Pattern STEP = Pattern.compile("([^(]*)(\\(.*\\))?");
    private static final Pattern PART = Pattern.compile("\\$(select|apply|compute)=");
    private static final Pattern SOME = Pattern.compile("\\$(filter|top|skip|skiptoken|search)=");
    private static final int OK = 200;

    private final Path file;

    RecordedExchanges(Path folder) {
        this.file = folder.resolve(FILE);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * What was read of a set.
     *
     * @param set as it was addressed
     * @param whole whether these are all that there were
     */
    record ReadOf(String set, boolean whole, List<Properties> entities) {}

    /** The last {@code $metadata} that was answered. */
    Optional<byte[]> metadata() {
        String[] last = new String[1];
        each(exchange -> {
            if (METADATA.equalsIgnoreCase(exchange.text("path"))
                    && exchange.get(ANSWER).orElse(null) instanceof Value.Text document) {
                last[0] = document.value();
            }
        });
        return Optional.ofNullable(last[0]).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** All that was read, in order. */
    void forEach(Consumer<ReadOf> use) {
        each(exchange -> read(exchange).ifPresent(use));
    }

    private static Optional<ReadOf> read(Properties exchange) {
        String query = exchange.text("query") == null ? "" : decoded(exchange.text("query"));
        if (PART.matcher(query).find() || !(exchange.get(ANSWER).orElse(null) instanceof Properties answer)) {
            return Optional.empty();
        }
        String set = "";
        boolean keyed = false;
        for (String step : exchange.text("path").split("/")) {
            Matcher matcher = STEP.matcher(decoded(step));
            if (keyed || !matcher.matches()) {
                return Optional.empty(); // a part of an entity
            }
            set = set.isEmpty() ? matcher.group(1) : set + "/" + matcher.group(1);
            keyed = matcher.group(2) != null;
        }
        boolean many = !keyed && answer.get("value").orElse(null) instanceof Value.Items;
        boolean whole = many && !SOME.matcher(query).find() && !answer.has("@odata.nextLink");
        return Optional.of(
                new ReadOf(set, whole, many ? answer.objects("value") : List.of(answer.without("@odata.context"))));
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Every exchange in which something was read and answered. */
    private void each(Consumer<Properties> use) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Properties exchange = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
                if (exchange.text("path") == null || exchange.decimal("status") == null) {
                    throw new IOException("no path or no status");
                }
                if ("GET".equals(exchange.text("method"))
                        && exchange.decimal("status").intValueExact() == OK) {
                    use.accept(exchange);
                }
            }
        } catch (MalformedJson e) {
            throw new BridgeException(
                    Category.INVALID_REQUEST,
                    SandboxTexts.text("recording.malformed", file, number, e.column(), e.reason()),
                    e);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new BridgeException(
                    Category.INVALID_REQUEST, SandboxTexts.text("recording.line", file, number, e.toString()), e);
        }
    }
}
