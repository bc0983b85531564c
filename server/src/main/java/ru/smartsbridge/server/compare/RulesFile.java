package ru.smartsbridge.server.compare;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.rule.Action;
import ru.smartsbridge.migration.rule.Normaliser;
import ru.smartsbridge.migration.rule.OwnRule;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Form;
import ru.smartsbridge.server.config.KeyedFile;
import ru.smartsbridge.server.config.Mapping;

/** Reads a file of rules. */
final class RulesFile {
    private static final List<String> KEYS =
            List.of("id", "set", "path", "kinds", "ignore", "tolerance", "normalise", "reason", "until");

    private RulesFile() {}

    static List<OwnRule> read(String file, Path working, Map<String, String> environment)
            throws ConfigurationException {
        return KeyedFile.read("--rules", file, working, environment, RulesFile::of);
    }

    private static List<OwnRule> of(Mapping file) {
        file.allow(List.of("rules"));
        List<OwnRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (Mapping entry : file.mappings("rules")) {
            entry.allow(KEYS);
            number++;
            String id = entry.value("id", Form.text(), "rule-" + number);
            if (!ids.add(id)) {
                entry.wrong("id", CompareTexts.text("rules.twice", id));
            }
            rule(id, entry).ifPresent(rules::add);
        }
        return rules;
    }

    private static Optional<OwnRule> rule(String id, Mapping entry) {
        Optional<Pattern> set = Forms.required(entry, "set", Forms.pattern());
        Optional<Pattern> path = Forms.required(entry, "path", Forms.pattern());
        Optional<String> reason = Forms.required(entry, "reason", Form.text());
        List<Kind> listed = entry.list("kinds", Forms.kind());
        Set<Kind> kinds = listed.isEmpty() ? Set.of() : EnumSet.copyOf(listed);
        Optional<Action> action = action(entry);
        Optional<LocalDate> until = entry.value("until", Forms.day(), false).map(Mapping.Value::value);
        if (set.isEmpty() || path.isEmpty() || reason.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OwnRule(id, set.get(), path.get(), kinds, action.get(), reason.get(), until));
    }

    private static Optional<Action> action(Mapping entry) {
        List<Action> actions = new ArrayList<>();
        if (entry.flag("ignore", false)) {
            actions.add(new Action.Ignore());
        }
        entry.value("tolerance", Forms.tolerance(), false).ifPresent(value -> actions.add(value.value()));
        List<Normaliser> normalisers = entry.list("normalise", Forms.normaliser());
        if (!normalisers.isEmpty()) {
            actions.add(new Action.Normalise(normalisers));
        }
        boolean named = entry.keys().contains("tolerance") || entry.keys().contains("normalise");
        if (actions.size() != 1 && !(actions.isEmpty() && named)) {
            entry.wrong("set", CompareTexts.text("rules.action"));
        }
        return actions.size() == 1 ? Optional.of(actions.get(0)) : Optional.empty();
    }
}
