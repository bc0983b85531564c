package ru.smartsbridge.server.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * The last verdict on each two ways, in the state folder. That nothing differs holds in both directions, so each of the two
 * may have been control. Thread-safe.
 */
public final class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx").withZone(ZoneId.systemDefault());
    private static final int NAME_BYTES = 16;

    private final Path folder;

    /** @param state the state folder of the installation */
    public Verdicts(Path state) {
        this.folder = state.resolve("verdicts");
    }

    /** Keeps a verdict in the place of an earlier one on the same two ways. */
    public void keep(Verdict verdict) throws IOException {
        Files.createDirectories(folder);
        Path file = file(verdict.control(), verdict.candidate());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(
                fresh,
                Json.bytes(Properties.builder()
                        .put("control", verdict.control())
                        .put("candidate", verdict.candidate())
                        .put("maySwitch", verdict.maySwitch())
                        .put("complete", verdict.complete())
                        .put("ended", verdict.ended().toString())
                        .put("sentence", verdict.sentence())
                        .build()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The last verdict on two ways; empty where there is none that can be read. */
    Optional<Verdict> find(String from, String to) {
        Path file = file(from, to);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties told = Json.parseObject(Files.readAllBytes(file));
            return Optional.of(new Verdict(
                    told.text("control"),
                    told.text("candidate"),
                    told.flag("maySwitch"),
                    told.flag("complete"),
                    Instant.parse(told.text("ended")),
                    told.text("sentence")));
        } catch (IOException | RuntimeException unusable) {
            LOG.warn("The verdict in {} cannot be read, so it does not count", file, unusable);
            return Optional.empty();
        }
    }

    /**
     * Why a base may not go from one way to the other.
     *
     * @param longest how old the verdict may be
     * @return empty where it may
     */
    public Optional<Text> refusal(String from, String to, Duration longest, Instant now) {
        Optional<Verdict> found = find(from, to);
        if (found.isEmpty()) {
            return Optional.of(VerdictTexts.text("none", from, to));
        }
        Verdict verdict = found.get();
        String ended = CLOCK.format(verdict.ended());
        if (!verdict.maySwitch()) {
            return Optional.of(VerdictTexts.text("no", ended, verdict.sentence()));
        }
        if (!verdict.complete()) {
            return Optional.of(VerdictTexts.text("part", ended));
        }
        return verdict.ended().plus(longest).isBefore(now)
                ? Optional.of(VerdictTexts.text("old", ended, longest.toHours() + " h"))
                : Optional.empty();
    }

    private Path file(String one, String other) {
        String both = Stream.of(one, other)
                .sorted()
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".json");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
