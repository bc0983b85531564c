package ru.smartsbridge.server.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.LoadedConfiguration;
import ru.smartsbridge.server.config.Overridden;
import ru.smartsbridge.server.config.Transports;

/** Looks at everything that serving needs. Changes nothing that a running bridge could notice. */
public final class InstallationCheck {
    /** Longer than a base's own time-outs for a connection and a small answer, short enough to wait at a screen. */
    public static final Duration BOUND = Duration.ofSeconds(60);

    private final Transports transports;
    private final Duration bound;

    /** Makes a check that gives up a base after {@code bound}. */
    public InstallationCheck(Transports transports, Duration bound) {
        this.transports = transports;
        this.bound = bound;
    }

    /** Looks at all of it, at the bases side by side. */
    public Findings of(LoadedConfiguration loaded) throws InterruptedException {
        Configuration configuration = loaded.configuration();
        List<Finding> found = new ArrayList<>(configuration(loaded));
        found.add(StateFolder.look(configuration.state()));
        Optional<RunningBridge> running = RunningBridge.of(configuration);
        Optional<List<Finding>> told = running.flatMap(bridge -> bridge.look(configuration.language()));
        if (told.isEmpty()) {
            found.addAll(ListenAddress.look(configuration.listen()));
        }
        found.addAll(told.isPresent() ? told.get() : bases(configuration));
        return new Findings(found);
    }

    private static List<Finding> configuration(LoadedConfiguration loaded) {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.ok(
                Findings.CONFIGURATION,
                loaded.file()
                        .map(file -> CheckTexts.text("configuration.file", file))
                        .orElseGet(() -> CheckTexts.text("configuration.none"))));
        for (Overridden overridden : loaded.overrides()) {
            Words set = locale -> overridden.key() + " = " + overridden.shown() + " ("
                    + overridden.origin().text().in(locale) + ")";
            found.add(Finding.ok(
                    Findings.CONFIGURATION,
                    overridden
                            .replaced()
                            .<Words>map(replaced -> locale -> set.in(locale)
                                    + CheckTexts.text("configuration.instead").in(locale)
                                    + replaced.text().in(locale))
                            .orElse(set)));
        }
        return found;
    }

    private List<Finding> bases(Configuration configuration) throws InterruptedException {
        List<Callable<List<Finding>>> looks = new ArrayList<>();
        List<BaseConfiguration> looked = new ArrayList<>();
        for (BaseConfiguration base : configuration.bases()) {
            boolean isDefault = base.name().equals(configuration.defaultBase());
            for (String kind : base.ways()) {
                BaseConfiguration way = base.by(kind);
                BaseAnswer answer = new BaseAnswer(way, transports, isDefault, configuration.showsCallersTo(way));
                looks.add(
                        way.isolated()
                                ? () -> answer.lookInWorker(configuration, configuration.language())
                                : answer::look);
                looked.add(way);
            }
        }
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "check");
            thread.setDaemon(true); // a base that cannot be interrupted must not keep the program from ending
            return thread;
        });
        try {
            List<Finding> found = new ArrayList<>();
            Iterator<BaseConfiguration> bases = looked.iterator();
            for (Future<List<Finding>> look : threads.invokeAll(looks, bound.toMillis(), TimeUnit.MILLISECONDS)) {
                found.addAll(findings(look, bases.next()));
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> findings(Future<List<Finding>> look, BaseConfiguration base) throws InterruptedException {
        try {
            return look.get();
        } catch (CancellationException late) {
            return List.of(Finding.fail(
                            BaseAnswer.subject(base), CheckTexts.text("base.late"), CheckTexts.text("base.late.advice"))
                    .took(bound));
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }
}
