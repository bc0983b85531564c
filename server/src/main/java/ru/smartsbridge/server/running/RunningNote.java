package ru.smartsbridge.server.running;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * The note {@code running.json} in the state folder: who serves, where, and with which secret its account's other processes
 * may ask what no client may. Where the system has such rights, its owner alone can read it.
 *
 * @param pid of the server
 * @param port that it listens on
 * @param host that it listens on; empty: all of the machine's
 * @param token of this run
 */
public record RunningNote(long pid, String host, int port, String token) {
    /** The header that shows the token. */
    public static final String HEADER = "X-Smarts-Bridge-Admin";

    private static final Logger LOG = LoggerFactory.getLogger(RunningNote.class);
    private static final String FILE = "running.json";
    private static final int TOKEN_BYTES = 32;

    /** A secret for this run. */
    public static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** Leaves it in the state folder; a server that cannot do that serves all the same. */
    public void leave(Path state) {
        Path fresh = state.resolve(FILE + ".new");
        try {
            Files.createDirectories(state);
            Files.deleteIfExists(fresh);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(
                    fresh,
                    Json.bytes(Properties.builder()
                            .put("pid", pid)
                            .put("host", host)
                            .put("port", port)
                            .put("token", token)
                            .build()));
            Files.move(fresh, state.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; check asks this server nothing", state.resolve(FILE), e);
        }
    }

    /** Takes it away, where it is still of this server. */
    public void remove(Path state) {
        if (in(state).filter(this::equals).isPresent()) {
            try {
                Files.deleteIfExists(state.resolve(FILE));
            } catch (IOException e) {
                LOG.debug("{} stays", state.resolve(FILE), e);
            }
        }
    }

    /** The note of a server that runs; empty where there is none, or it has ended without a word. */
    public static Optional<RunningNote> in(Path state) {
        try {
            Properties note = Json.parseObject(Files.readAllBytes(state.resolve(FILE)));
            RunningNote read = new RunningNote(
                    note.decimal("pid").longValueExact(),
                    note.text("host"),
                    note.decimal("port").intValueExact(),
                    note.text("token"));
            return ProcessHandle.of(read.pid).filter(ProcessHandle::isAlive).map(alive -> read);
        } catch (IOException | RuntimeException none) {
            LOG.debug("there is no note of a running server in {}", state, none);
            return Optional.empty();
        }
    }

    /** As a client on this machine reaches it, without a slash at the end. */
    public String origin() {
        String reachable = host.isEmpty() ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + reachable + ":" + port;
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "process " + pid + " at " + origin();
    }
}
