package ru.smartsbridge.server.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.migration.report.JsonLines;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.ReportFiles;
import ru.smartsbridge.migration.rule.OwnRule;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.run.AnswerComparison;
import ru.smartsbridge.migration.run.Comparison;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.side.TransportSide;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.recording.Mask;
import ru.smartsbridge.server.recording.RecordedBase;
import ru.smartsbridge.server.verdict.Verdict;
import ru.smartsbridge.server.verdict.Verdicts;

/**
 * Compares two bases of a configuration and writes the report.
 *
 * <p>The bases are opened for the comparison alone, apart from those of a bridge that is serving them.
 */
public final class Comparing {
    private static final String COM = "com";

    /**
     * What is asked for.
     *
     * @param control name of the base that is taken for right; empty where a recording is
     * @param replay folder of the recording that is taken for right; empty where a base is
     * @param candidate name of the base that is to do the same
     * @param plan a file; empty: everything is compared
     * @param rules a file; empty: built-in rules alone
     * @param report folder of the report; empty: one in the state folder
     * @param switchedOff ids of built-in rules that do not count
     * @param suggest whether rules are proposed
     * @param writes whether writes are rehearsed too
     */
    public record Request(
            Optional<String> control,
            Optional<String> replay,
            String candidate,
            Optional<String> plan,
            Optional<String> rules,
            Optional<String> report,
            Set<String> switchedOff,
            boolean suggest,
            boolean writes) {}

    /**
     * Where it takes place.
     *
     * @param out for the result
     * @param progress for how far it is
     * @param terminal whether people watch
     */
    public record Place(
            Path working, Map<String, String> environment, PrintStream out, PrintStream progress, boolean terminal) {}

    private final Configuration configuration;
    private final Transports transports;
    private final Place place;
    private final OwnBridge bridge;
    private final Clock clock;

    /**
     * With the bases of a configuration.
     *
     * @param bridge for bases that live in a process of their own
     */
    public Comparing(Configuration configuration, Transports transports, OwnBridge bridge, Place place, Clock clock) {
        this.configuration = configuration;
        this.transports = transports;
        this.bridge = bridge;
        this.place = place;
        this.clock = clock;
    }

    /**
     * Compares.
     *
     * @return the exit code: 0 may switch, 1 differs, 2 could not compare
     * @throws ConfigurationException where the request, its files or a base's settings cannot be used
     * @throws IOException where the report or the working folder cannot be written
     */
    public int run(Request request) throws ConfigurationException, IOException {
        PlanFile plan = request.plan().isPresent()
                ? PlanFile.read(request.plan().get(), place.working(), place.environment())
                : PlanFile.NONE;
        List<OwnRule> rules = request.rules().isPresent()
                ? RulesFile.read(request.rules().get(), place.working(), place.environment())
                : List.of();
        checkSwitchedOff(request.switchedOff());
        if (request.control().isPresent() == request.replay().isPresent()) {
            throw ConfigurationException.ofOption("--control", CompareTexts.text("control.one"));
        }
        BaseConfiguration candidate = base("--candidate", request.candidate());
        if (request.replay().isPresent()) {
            return replayed(request, plan, rules, candidate);
        }
        BaseConfiguration control = base("--control", request.control().get());
        if (request.writes()) {
            checkRehearsal(control);
            checkRehearsal(candidate);
        }
        StopSignal signal = new StopSignal();
        try {
            return compared(request, plan, rules, control, candidate, signal);
        } finally {
            signal.done();
        }
    }

    private int compared(
            Request request,
            PlanFile plan,
            List<OwnRule> rules,
            BaseConfiguration control,
            BaseConfiguration candidate,
            StopSignal signal)
            throws ConfigurationException, IOException {
        ReportFiles files = new ReportFiles(folder(request, control.name()));
        try (WorkFolder work = WorkFolder.in(configuration.state().resolve("comparisons"));
                OpenBase ours = open(control, work.path().resolve("control"));
                OpenBase theirs = open(candidate, work.path().resolve("candidate"));
                JsonLines lines = files.lines()) {
            TerminalProgress progress = new TerminalProgress(
                    place.progress(), place.terminal(), configuration.language(), System::nanoTime);
            Comparison comparison = new Comparison(
                    side(control, ours, plan),
                    side(candidate, theirs, plan),
                    plan.plan(),
                    rules,
                    request.switchedOff(),
                    progress,
                    lines,
                    work.path(),
                    clock);
            if (request.writes()) {
                comparison.rehearsingWrites();
            }
            signal.stops(comparison::stop);
            Report report = comparison.run();
            files.write(report, configuration.language(), request.suggest());
            keep(plan, control, candidate, report);
            new Summary(place.out(), configuration.language()).print(report, files.folder());
            return report.outcome().exitCode();
        }
    }

    /** So that a base may go from one of the two ways to the other. */
    private void keep(PlanFile plan, BaseConfiguration control, BaseConfiguration candidate, Report report)
            throws IOException {
        new Verdicts(configuration.state())
                .keep(new Verdict(
                        control.target(),
                        candidate.target(),
                        report.outcome() == Outcome.MAY_SWITCH,
                        plan.plan().only().isEmpty(),
                        clock.instant(),
                        report.sentence().in(Locale.ROOT)));
    }

    private int replayed(Request request, PlanFile plan, List<OwnRule> rules, BaseConfiguration candidate)
            throws ConfigurationException, IOException {
        if (request.writes()) {
            throw ConfigurationException.ofOption("--writes", CompareTexts.text("replay.writes"));
        }
        Path folder = place.working().resolve(request.replay().get());
        RecordedBase recorded = recorded(folder);
        StopSignal signal = new StopSignal();
        ReportFiles files = new ReportFiles(folder(request, recorded.name()));
        try (WorkFolder work = WorkFolder.in(configuration.state().resolve("comparisons"));
                Transport told = transports.open(
                        BaseConfiguration.ofRecording(recorded.name(), folder, recorded.zone()),
                        work.path().resolve("control"));
                OwnBridge.Running asked = bridge.start(
                        OpenBase.alone(candidate, configuration, work.path().resolve("candidate")));
                JsonLines lines = files.lines()) {
            Mask mask = new Mask(recorded.secrets());
            AnswerComparison comparison = comparison(request, plan, rules, recorded, told, candidate, lines);
            Replaying replaying = new Replaying(
                    folder,
                    mask,
                    comparison,
                    new TerminalProgress(
                            place.progress(), place.terminal(), configuration.language(), System::nanoTime),
                    OpenBase.api(asked),
                    plan.plan().silence());
            signal.stops(replaying::stop);
            replaying.run();
            if (replaying.asked() == 0 && !replaying.stopped()) {
                throw ConfigurationException.ofOption("--replay", CompareTexts.text("replay.nothing", folder));
            }
            Report report = comparison.report(replaying.stopped());
            files.write(report, configuration.language(), request.suggest());
            new Summary(place.out(), configuration.language()).print(report, files.folder());
            return report.outcome().exitCode();
        } finally {
            signal.done();
        }
    }

    private static RecordedBase recorded(Path folder) throws ConfigurationException {
        try {
            return RecordedBase.in(folder);
        } catch (IOException e) {
            throw ConfigurationException.ofOption("--replay", CompareTexts.text("replay.none", e.getMessage()));
        }
    }

    private AnswerComparison comparison(
            Request request,
            PlanFile plan,
            List<OwnRule> rules,
            RecordedBase recorded,
            Transport told,
            BaseConfiguration candidate,
            JsonLines lines) {
        Set<String> secrets = new HashSet<>(plan.plan().secrets());
        secrets.addAll(recorded.secrets());
        Side words = new TransportSide(recorded.name(), "", told, recorded.zone(), Fidelity.EXACT);
        return new AnswerComparison(
                new AnswerComparison.Base(
                        recorded.name(),
                        CompareTexts.text("replay.recorded", String.join(", ", recorded.ways()))
                                .in(configuration.language()),
                        recorded.zone(),
                        fidelity(recorded.ways().contains(COM)
                                || plan.behindCom().contains(recorded.name()))),
                new AnswerComparison.Base(
                        candidate.name(),
                        candidate.choice().kind(),
                        candidate.timeZone(),
                        fidelity(candidate.choice().kind().equals(COM)
                                || plan.behindCom().contains(candidate.name()))),
                words.schema(),
                Comparison.words(words),
                plan.plan().withSecrets(secrets),
                rules,
                request.switchedOff(),
                lines,
                clock);
    }

    private static Fidelity fidelity(boolean com) {
        return com ? ComFidelity.ENTRIES : Fidelity.EXACT;
    }

    private OpenBase open(BaseConfiguration base, Path folder) throws ConfigurationException, IOException {
        return OpenBase.open(base, configuration, transports, bridge, folder);
    }

    private static Side side(BaseConfiguration base, OpenBase open, PlanFile plan) {
        boolean com = base.choice().kind().equals(COM) || plan.behindCom().contains(base.name());
        return new TransportSide(base.name(), open.description(), open.transport(), base.timeZone(), fidelity(com));
    }

    private BaseConfiguration base(String option, String name) throws ConfigurationException {
        Optional<BaseConfiguration> base = configuration.base(name);
        if (base.isPresent()) {
            return base.get();
        }
        List<String> names =
                configuration.bases().stream().map(BaseConfiguration::name).toList();
        throw ConfigurationException.ofOption(
                option,
                Nearest.to(name, names)
                        .map(near -> CompareTexts.text("base.unknown.nearest", name, near))
                        .orElseGet(() -> CompareTexts.text("base.unknown", name, String.join(", ", names))));
    }

    /** Writes go into bases alone that say of themselves that nobody works with them. */
    private static void checkRehearsal(BaseConfiguration base) throws ConfigurationException {
        if (!base.rehearsal()) {
            throw ConfigurationException.ofOption("--writes", CompareTexts.text("writes.refused", base.name()));
        }
    }

    private static void checkSwitchedOff(Set<String> ids) throws ConfigurationException {
        List<String> known = new ArrayList<>(RuleBook.builtInIds(ComFidelity.ENTRIES));
        known.add(RuleBook.ALL);
        for (String id : ids) {
            if (!known.contains(id)) {
                throw ConfigurationException.ofOption(
                        "--without-rule",
                        Nearest.to(id, known)
                                .map(near -> CompareTexts.text("rule.unknown.nearest", id, near))
                                .orElseGet(() -> CompareTexts.text("rule.unknown", id, String.join(", ", known))));
            }
        }
    }

    private Path folder(Request request, String control) {
        return request.report()
                .map(report -> place.working().resolve(report))
                .orElseGet(
                        () -> configuration.state().resolve("comparisons").resolve(control + "-" + request.candidate()))
                .toAbsolutePath()
                .normalize();
    }
}
