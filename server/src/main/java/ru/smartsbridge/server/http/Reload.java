package ru.smartsbridge.server.http;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.cli.Rereading;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.verdict.Verdicts;

/** Has a running bridge serve what its configuration says now: whole, or not at all. Thread-safe; one at a time. */
final class Reload {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
    /** What can change while the bridge runs. */
    private static final Set<String> CHANGING = Set.of("bases", "defaultBase");

    private static final String COM = "com";

    private final Bases bases;
    private final Rereading rereading;
    private final Runnable changed;
    private final Clock clock;

    /** @param changed is run when another configuration is served */
    Reload(Bases bases, Rereading rereading, Runnable changed, Clock clock) {
        this.bases = bases;
        this.rereading = rereading;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Reads the configuration and serves it.
     *
     * @return what has changed: {@code changed} with {@code base}, {@code from} and {@code to}, {@code added},
     *     {@code removed}
     * @throws BridgeException {@code CONFLICT} with why nothing was changed
     */
    synchronized Properties run(Locale language) {
        Configuration before = bases.configuration();
        try {
            Configuration next =
                    rereading.read().orElseThrow(() -> HttpTexts.error(Category.CONFLICT, "reload.nowhere"));
            requireRestartOfNothing(before, next);
            requireVerdicts(before, next);
            bases.change(next);
            changed.run();
            Properties told = told(before, next);
            LOG.warn("The configuration was read once more: {}", told);
            return told;
        } catch (ConfigurationException unusable) {
            String problems = unusable.problems().stream()
                    .map(problem -> problem.in(language))
                    .collect(Collectors.joining("; "));
            throw refused(Text.verbatim(problems), unusable);
        } catch (IOException unusable) {
            throw refused(Text.verbatim(unusable.toString()), unusable);
        }
    }

    private static BridgeException refused(Text why, Exception cause) {
        LOG.warn("The configuration was read once more and cannot be served, so nothing has changed: {}", why);
        return new BridgeException(Category.CONFLICT, HttpTexts.text("reload.unusable", why), cause);
    }

    /** The rest of the configuration is what this process was started with. */
    private static void requireRestartOfNothing(Configuration before, Configuration next) {
        List<String> others = Arrays.stream(Configuration.class.getRecordComponents())
                .filter(part -> !CHANGING.contains(part.getName()))
                .filter(part -> !Objects.equals(value(part, before), value(part, next)))
                .map(RecordComponent::getName)
                .toList();
        if (!others.isEmpty()) {
            throw HttpTexts.error(Category.CONFLICT, "reload.restart", String.join(", ", others));
        }
        for (BaseConfiguration base : next.bases()) {
            Optional<BaseConfiguration> old = before.base(base.name()).filter(known -> !known.servesAs(base));
            if (old.isPresent() && inThisProcess(old.get()) && inThisProcess(base)) {
                throw HttpTexts.error(Category.CONFLICT, "reload.component", base.name());
            }
        }
    }

    private static Object value(RecordComponent part, Configuration configuration) {
        try {
            return part.getAccessor().invoke(configuration);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The component has one connection for its whole process [run]. */
    private static boolean inThisProcess(BaseConfiguration base) {
        return base.ways().stream()
                .map(base::by)
                .anyMatch(way -> way.choice().kind().equals(COM) && !way.isolated());
    }

    private void requireVerdicts(Configuration before, Configuration next) {
        Verdicts verdicts = new Verdicts(next.state());
        List<Text> refusals = new ArrayList<>();
        for (BaseConfiguration base : next.bases()) {
            Optional<BaseConfiguration> old = before.base(base.name());
            boolean elsewhere = old.isPresent() && !old.get().target().equals(base.target());
            if (elsewhere && base.trial().verdict().isPresent()) {
                verdicts.refusal(
                                old.get().target(),
                                base.target(),
                                base.trial().verdict().get(),
                                clock.instant())
                        .ifPresent(why -> refusals.add(HttpTexts.text("reload.verdict", base.name(), why)));
            }
        }
        if (!refusals.isEmpty()) {
            throw new BridgeException(Category.CONFLICT, refusals.get(0));
        }
    }

    private static Properties told(Configuration before, Configuration next) {
        List<Properties> changed = new ArrayList<>();
        List<Value> added = new ArrayList<>();
        for (BaseConfiguration base : next.bases()) {
            Optional<BaseConfiguration> old = before.base(base.name());
            if (old.isEmpty()) {
                added.add(Value.text(base.name()));
            } else if (!old.get().servesAs(base)) {
                changed.add(Properties.builder()
                        .put("base", base.name())
                        .put("from", old.get().choice().kind())
                        .put("to", base.choice().kind())
                        .build());
            }
        }
        List<Value> removed = before.bases().stream()
                .filter(base -> next.base(base.name()).isEmpty())
                .<Value>map(base -> Value.text(base.name()))
                .toList();
        return Properties.builder()
                .put("changed", changed)
                .put("added", added)
                .put("removed", removed)
                .build();
    }
}
