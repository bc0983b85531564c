package ru.smartsbridge.com;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.connector.ConnectionSettings;
import ru.smartsbridge.com.terminal.TerminalSettings;
import ru.smartsbridge.com.text.ComTexts;

/**
 * What a base's {@code com:} section says, beside the way to the base itself.
 *
 * @param timeout of one task in the apartment, without the wait before it
 * @param endTimeout of an upload's End, in which the component takes all of it
 * @param queue how many calls may wait for the apartment
 * @param recycleCalls after so many tasks the apartment is made anew
 * @param recycleAge after so long the apartment is made anew
 * @param dll JACOB's DLL in place of the shipped one
 * @param allowUnsupported whether a version is served that the vendor does not support COM on
 * @param isolated whether a process of its own has the component, which ends where a call hangs
 * @param members actual names of members by the names that we know them by
 * @param terminal what else is to be known where the component is TerminalConnector; empty where it is StorageConnector
 */
record ComSettings(
        ConnectionSettings connection,
        Duration timeout,
        Duration endTimeout,
        int queue,
        int recycleCalls,
        Duration recycleAge,
        Optional<Path> dll,
        boolean allowUnsupported,
        boolean isolated,
        Map<String, String> members,
        Optional<TerminalSettings> terminal) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration END_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int QUEUE = 64;
    private static final int RECYCLE_CALLS = 20_000;
    private static final Duration RECYCLE_AGE = Duration.ofMinutes(30);

    private static final Setting COMPONENT = Setting.word("component", "storage", "terminal");
    private static final Setting ISOLATION = Setting.word("isolation", "process", "none");
    private static final Setting JAVA = Setting.path("java");
    private static final Setting SPARE = Setting.flag("spare");
    private static final Setting DLL = Setting.path("dll");
    private static final Setting CALL = Setting.duration("timeout");
    private static final Setting END = Setting.duration("end-timeout");
    private static final Setting WAITING = Setting.number("queue");
    private static final Setting CALLS = Setting.number("recycle-calls");
    private static final Setting AGE = Setting.duration("recycle-age");
    private static final Setting MEMBERS = Setting.names("members");
    private static final Setting UNSUPPORTED = Setting.flag("allow-unsupported");

    /** The keys of the section. */
    static List<Setting> keys() {
        Stream<Setting> own =
                Stream.of(COMPONENT, ISOLATION, JAVA, SPARE, DLL, CALL, END, WAITING, CALLS, AGE, UNSUPPORTED, MEMBERS);
        return Stream.of(ConnectionSettings.keys(), own, TerminalSettings.keys())
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * Reads them.
     *
     * @throws BridgeException {@code INVALID_REQUEST} at the key that cannot be used
     */
    static ComSettings of(BaseSettings settings) {
        Optional<TerminalSettings> terminal = terminal(settings);
        return new ComSettings(
                ConnectionSettings.of(settings),
                duration(settings, CALL, TIMEOUT),
                duration(settings, END, END_TIMEOUT),
                number(settings, WAITING, QUEUE, 10_000),
                number(settings, CALLS, RECYCLE_CALLS, 10_000_000),
                duration(settings, AGE, RECYCLE_AGE),
                settings.path(DLL.name()),
                settings.flag(UNSUPPORTED.name(), false),
                settings.text(ISOLATION.name()).filter("none"::equals).isEmpty(),
                terminal.map(told -> told.members().names()).orElseGet(() -> settings.names(MEMBERS.name())),
                terminal);
    }

    private static Optional<TerminalSettings> terminal(BaseSettings settings) {
        if (settings.text(COMPONENT.name()).filter("terminal"::equals).isPresent()) {
            return Optional.of(TerminalSettings.of(settings, settings.names(MEMBERS.name())));
        }
        TerminalSettings.requireNone(settings);
        return Optional.empty();
    }

    private static Duration duration(BaseSettings settings, Setting key, Duration otherwise) {
        Duration given = settings.duration(key.name(), otherwise);
        if (given.isNegative() || given.isZero() || given.compareTo(LONGEST) > 0) {
            throw ComTexts.error(Category.INVALID_REQUEST, "settings.duration", key.name(), LONGEST.toHours())
                    .at(key.name());
        }
        return given;
    }

    private static int number(BaseSettings settings, Setting key, int otherwise, int most) {
        long given = settings.number(key.name(), otherwise);
        if (given < 1 || given > most) {
            throw ComTexts.error(Category.INVALID_REQUEST, "settings.number", key.name(), given, most)
                    .at(key.name());
        }
        return (int) given;
    }
}
