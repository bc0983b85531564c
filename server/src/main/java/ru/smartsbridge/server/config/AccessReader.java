package ru.smartsbridge.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.server.access.AccessRules;
import ru.smartsbridge.server.access.AccessRules.Mode;
import ru.smartsbridge.server.access.Account;

/** Reads who is let in: {@code authentication}, {@code users}, {@code allowed-origins} and {@code allowed-hosts}. */
final class AccessReader {
    private static final String AUTHENTICATION = "authentication";
    private static final String REST = "rest";
    private static final String LOGIN = "login";

    private final List<BaseConfiguration> bases;
    private final Problems problems;

    AccessReader(List<BaseConfiguration> bases, Problems problems) {
        this.bases = bases;
        this.problems = problems;
    }

    /**
     * The rules.
     *
     * @param listen must be this machine alone where nobody is asked
     */
    AccessRules read(Mapping top, Listen listen) {
        List<Account> accounts = new ArrayList<>();
        Optional<Mapping> users = top.mapping(KnownKeys.USERS);
        users.ifPresent(section ->
                section.keys().forEach(login -> account(section, login).ifPresent(accounts::add)));
        boolean named = users.filter(section -> !section.keys().isEmpty()).isPresent();
        Mode mode = top.value(AUTHENTICATION, Form.constant(Mode.class), named ? Mode.USERS : Mode.NONE);
        if (mode == Mode.USERS && !named || mode != Mode.USERS && named) {
            String key = top.keys().contains(AUTHENTICATION) ? AUTHENTICATION : KnownKeys.USERS;
            top.wrong(key, ConfigTexts.text(named ? "users.unused" : "users.none"));
        }
        if (mode == Mode.NONE && !named && !listen.isLocal()) {
            top.wrong("listen", ConfigTexts.text("listen.open", listen));
        }
        if (mode == Mode.BACKEND) {
            bases.forEach(this::requireCallersOwn);
        }
        return new AccessRules(
                mode,
                accounts,
                Set.copyOf(top.list("allowed-origins", Form.origin())),
                Set.copyOf(top.list("allowed-hosts", Form.host())));
    }

    private Optional<Account> account(Mapping users, String login) {
        if (login.isEmpty() || login.indexOf(':') >= 0) {
            problems.add(users.origin(login), users.path(login), "user.login");
            return Optional.empty();
        }
        return users.mapping(login).flatMap(user -> {
            user.allow(KnownKeys.OF_USER);
            if (!user.keys().contains(KnownKeys.PASSWORD)) {
                problems.add(users.origin(login), user.path(KnownKeys.PASSWORD), "user.password");
            }
            Set<String> allowed = new TreeSet<>();
            for (String base : user.list("bases", Form.text())) {
                allowed.add(base);
                requireBase(user, base);
            }
            boolean admin = user.flag("admin", false);
            return user.value(KnownKeys.PASSWORD, Form.hash(), true)
                    .map(hash -> new Account(login, hash.value(), allowed, admin));
        });
    }

    private void requireBase(Mapping user, String base) {
        List<String> names = bases.stream().map(BaseConfiguration::name).toList();
        if (!names.contains(base)) {
            Nearest.to(base, names)
                    .ifPresentOrElse(
                            near -> user.wrong("bases", ConfigTexts.text("base.unknown.nearest", near)),
                            () -> user.wrong("bases", ConfigTexts.text("base.unknown", String.join(", ", names))));
        }
    }

    /** Nobody is to act as the bridge's own account without having been asked who he is. */
    private void requireCallersOwn(BaseConfiguration base) {
        boolean callersOwn = base.ways().equals(List.of(REST))
                && !base.chosenSection().entries().containsKey(LOGIN);
        if (!callersOwn) {
            problems.add(base.origin(), "bases." + base.name(), "backend.account");
        }
    }
}
