package ru.smartsbridge.server.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smartsbridge.com.lab.DeviceClient;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.Oracle;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;

/**
 * A base behind COM that programs in the Windows JVM can reach.
 *
 * @param lab what they run in
 * @param environment the variables that they need to meet this base's component
 * @param connection what the component is told to select
 * @param logs the folder of the component's own log
 * @param exchange a folder that the component writes to, as it is told it
 */
record ComBase(Lab lab, Map<String, String> environment, String connection, Path logs, String exchange) {
    /** The lab's base in the stand-in; {@code folder} is empty. */
    static ComBase ofStandIn(Path folder) throws IOException {
        Lab lab = Lab.forTests();
        StandInHome home = StandInHome.create(Files.createDirectories(folder.resolve("home")), lab.seed());
        Path exchange = Files.createDirectories(folder.resolve("exchange"));
        return new ComBase(lab, home.environment(), home.baseId(), home.logs(), WindowsJvm.path(exchange));
    }

    /** The base that the vendor's own component was given. It writes on this side of Wine. */
    static ComBase ofOracle(Path folder) throws IOException {
        Oracle oracle = Oracle.forTests();
        Path exchange = Files.createDirectories(folder.resolve("exchange"));
        return new ComBase(
                Lab.forTests(),
                oracle.environment(),
                oracle.baseId(),
                oracle.logs(),
                exchange.toAbsolutePath().toString());
    }

    /** Where the component runs: in a worker, or in the server's own process. */
    enum Isolation {
        PROCESS,
        NONE
    }

    /** The configuration of a bridge in front of it; its state is in {@code folder}. */
    String configuration(Path folder, Isolation isolation, String... more) {
        return """
                listen: 127.0.0.1:0
                language: en
                state: '%s'
                bases:
                  main:
                    transport: com
                    time-zone: Europe/Moscow
                    com: { connection: '%s', isolation: %s, spare: %s, log: '%s', exchange: '%s'%s }
                """.formatted(
                        WindowsJvm.path(folder.resolve("state")),
                        connection,
                        isolation.name().toLowerCase(Locale.ROOT),
                        more.length > 0, // where a test looks at what becomes of a worker
                        WindowsJvm.path(logs),
                        exchange,
                        Stream.of(more).map(key -> ", " + key).collect(Collectors.joining()));
    }

    /** A Windows JVM from which the component is reached. */
    WindowsJvm jvm() {
        return WindowsJvm.of(lab).environment(environment);
    }

    /** The class path of {@link DeviceClient}: itself and JACOB. */
    static List<Path> deviceClassPath() {
        return Stream.of("com-transport", "jacob")
                .flatMap(part -> WindowsJvm.ownClassPath().stream()
                        .filter(path -> path.toString().contains(part)))
                .distinct()
                .toList();
    }
}
