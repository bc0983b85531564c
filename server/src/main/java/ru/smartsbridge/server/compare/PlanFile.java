package ru.smartsbridge.server.compare;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Form;
import ru.smartsbridge.server.config.KeyedFile;
import ru.smartsbridge.server.config.Mapping;

/**
 * A plan as a person wrote it.
 *
 * @param plan what is compared
 * @param behindCom names of bases that stand behind COM though they are reached otherwise, as through another bridge
 */
record PlanFile(Plan plan, Set<String> behindCom) {
    private static final List<String> KEYS = List.of(
            "sets",
            "leave-out",
            "samples",
            "ordered",
            "keys",
            "noise",
            "single-reads",
            "latency",
            "secrets",
            "silence",
            "shown",
            "behind-com");

    /** Everything, as where no file is named. */
    static final PlanFile NONE = new PlanFile(Plan.COMPLETE, Set.of());

    PlanFile {
        behindCom = Set.copyOf(behindCom);
    }

    /** Reads a file. */
    static PlanFile read(String file, Path working, Map<String, String> environment) throws ConfigurationException {
        return KeyedFile.read("--plan", file, working, environment, PlanFile::of);
    }

    private static PlanFile of(Mapping file) {
        file.allow(KEYS);
        Plan complete = Plan.COMPLETE;
        Plan plan = new Plan(
                file.list("sets", Forms.pattern()),
                leftOut(file),
                samples(file),
                file.list("ordered", Forms.pattern()),
                keys(file),
                file.flag("noise", complete.noise()),
                file.value("single-reads", Forms.number(0, 10_000), complete.singleReads()),
                file.mapping("latency").flatMap(PlanFile::budget),
                new LinkedHashSet<>(file.list("secrets", Form.text())),
                file.value("silence", Form.period(), complete.silence()),
                file.value("shown", Forms.number(1, 100), complete.shown()));
        return new PlanFile(plan, new LinkedHashSet<>(file.list("behind-com", Form.text())));
    }

    private static List<Plan.LeftOut> leftOut(Mapping file) {
        List<Plan.LeftOut> leftOut = new ArrayList<>();
        for (Mapping entry : file.mappings("leave-out")) {
            entry.allow(List.of("set", "reason"));
            Optional<Pattern> set = Forms.required(entry, "set", Forms.pattern());
            Optional<String> reason = Forms.required(entry, "reason", Form.text());
            if (set.isPresent() && reason.isPresent()) {
                leftOut.add(new Plan.LeftOut(set.get(), reason.get()));
            }
        }
        return leftOut;
    }

    private static List<Plan.Sample> samples(Mapping file) {
        List<Plan.Sample> samples = new ArrayList<>();
        file.mapping("samples").ifPresent(sets -> {
            for (String set : sets.keys()) {
                sets.value(set, Forms.share(), false).ifPresent(share -> {
                    BigDecimal part = share.value().share();
                    samples.add(new Plan.Sample(
                            new Pattern(set), part, share.value().number()));
                });
            }
        });
        return samples;
    }

    private static Map<String, List<String>> keys(Mapping file) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        file.mapping("keys").ifPresent(sets -> sets.keys().forEach(set -> keys.put(set, sets.list(set, Form.text()))));
        return keys;
    }

    private static Optional<Plan.Budget> budget(Mapping latency) {
        latency.allow(List.of("times", "floor"));
        BigDecimal times = latency.value("times", Forms.decimal(), BigDecimal.valueOf(2));
        Duration floor = latency.value("floor", Form.duration(), Duration.ofMillis(100));
        return Optional.of(new Plan.Budget(times, floor));
    }
}
