package ru.smartsbridge.server.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.run.AnswerComparison;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.Trial;
import ru.smartsbridge.server.recording.Mask;
import ru.smartsbridge.server.recording.RecordedBase;
import ru.smartsbridge.server.recording.Recorder;
import ru.smartsbridge.server.shadow.Findings;
import ru.smartsbridge.server.shadow.Shadow;
import ru.smartsbridge.server.shadow.Trials;
import ru.smartsbridge.server.watch.InnerDoor;
import ru.smartsbridge.server.watch.Onlooker;
import ru.smartsbridge.server.watch.Room;

/** Who looks on at the requests to each base, as the configuration says. Thread-safe. */
final class Onlookers implements AutoCloseable {
    private final Room room = Room.ofProcess();
    private final Map<String, List<Onlooker>> byBase = new LinkedHashMap<>();

    private Onlookers() {}

    /** Nobody. */
    static Onlookers none() {
        return new Onlookers();
    }

    /** Those of a configuration. */
    static Onlookers of(Configuration configuration, Bases bases, InnerDoor door) {
        Onlookers all = new Onlookers();
        for (BaseConfiguration base : configuration.bases()) {
            List<Onlooker> own = new ArrayList<>();
            base.trial().shadow().ifPresent(shadow -> own.add(shadow(base, shadow, configuration, bases, door)));
            base.trial().record().ifPresent(folder -> own.add(recorder(base, folder, door)));
            all.byBase.put(base.name(), List.copyOf(own));
        }
        return all;
    }

    private static Shadow shadow(
            BaseConfiguration base, Trial.Shadowing shadow, Configuration configuration, Bases bases, InnerDoor door) {
        BaseConfiguration candidate = configuration.base(shadow.candidate()).orElseThrow();
        Path folder = configuration.state().resolve("shadow").resolve(base.name());
        Trials trials = new Trials(bases, door, Clock.systemUTC());
        return new Shadow(
                base.name(),
                shadow,
                door,
                new Findings(
                        base.name(),
                        folder,
                        configuration.language(),
                        (Consumer<Difference> found) -> begun(trials, base, candidate, found)));
    }

    private static Recorder recorder(BaseConfiguration base, Path folder, InnerDoor door) {
        return new Recorder(
                new RecordedBase(
                        base.name(), base.ways(), base.timeZone(), base.trial().secrets()),
                folder,
                new Mask(base.trial().secrets()),
                door);
    }

    private static AnswerComparison begun(
            Trials trials, BaseConfiguration base, BaseConfiguration candidate, Consumer<Difference> found) {
        return trials.comparison(base, candidate, Set.copyOf(base.trial().secrets()), found);
    }

    /** Where copies of what goes by are kept. */
    Room room() {
        return room;
    }

    /** Who looks on at a base. */
    List<Onlooker> of(String base) {
        return byBase.getOrDefault(base, List.of());
    }

    /** The shadow of a base; empty where it has none. */
    Optional<Shadow> shadow(String base) {
        return shadows(of(base)).findFirst();
    }

    /** The recorder of a base; empty where it is not recorded. */
    Optional<Recorder> recorder(String base) {
        return of(base).stream()
                .filter(Recorder.class::isInstance)
                .map(Recorder.class::cast)
                .findFirst();
    }

    private static Stream<Shadow> shadows(List<Onlooker> onlookers) {
        return onlookers.stream().filter(Shadow.class::isInstance).map(Shadow.class::cast);
    }

    @Override
    public void close() {
        byBase.values().forEach(own -> own.forEach(Onlooker::close));
    }
}
