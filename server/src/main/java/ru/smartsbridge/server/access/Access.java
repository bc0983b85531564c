package ru.smartsbridge.server.access;

import java.util.Optional;
import java.util.function.LongSupplier;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** Lets in who shows what {@link AccessRules} ask for, and opens sessions. Thread-safe. */
public final class Access {
    private final AccessRules.Mode mode;
    private final Accounts accounts;
    private final Sessions sessions;

    /** With the clock that sessions are measured by, in the manner of {@link System#nanoTime}. */
    public Access(AccessRules rules, LongSupplier nanos) {
        this.mode = rules.mode();
        this.accounts = new Accounts(rules.accounts());
        this.sessions = new Sessions(nanos);
    }

    /** Whether the bridge has accounts of its own, so that sessions are its own affair whatever stands behind it. */
    public boolean knowsAccounts() {
        return mode == AccessRules.Mode.USERS;
    }

    /**
     * Who shows this.
     *
     * @throws BridgeException {@code UNAUTHENTICATED}, {@code TOO_MANY}
     */
    public Guest admit(Optional<Credentials> shown) {
        Optional<Credentials.Password> owner = shown.filter(Credentials.Token.class::isInstance)
                .flatMap(token -> sessions.owner(((Credentials.Token) token).token()));
        if (!knowsAccounts()) {
            return new Guest(
                    Optional.empty(), owner.map(Credentials.class::cast).or(() -> shown), owner.isPresent());
        }
        if (owner.isPresent()) {
            Optional<Account> account = accounts.named(owner.get().login());
            return new Guest(account, Optional.of(owner.get()), true);
        }
        Credentials given = shown.orElseThrow(() -> refused("login.none"));
        if (!(given instanceof Credentials.Password password)) {
            throw refused("session.over");
        }
        Account account = accounts.of(password).orElseThrow(() -> refused("login.wrong"));
        return new Guest(Optional.of(account), shown, false);
    }

    /**
     * A session for a login and a password; where the bridge has no accounts, they are the caller's to have checked.
     *
     * @throws BridgeException {@code UNAUTHENTICATED}, {@code TOO_MANY}
     */
    public Tokens open(Credentials.Password shown) {
        if (knowsAccounts() && accounts.of(shown).isEmpty()) {
            throw refused("login.wrong");
        }
        return sessions.open(shown);
    }

    /**
     * Another session for the owner of one.
     *
     * @throws BridgeException {@code UNAUTHENTICATED}
     */
    public Tokens refresh(String token) {
        return sessions.open(sessions.takeRefresh(token).orElseThrow(() -> refused("session.over")));
    }

    private static BridgeException refused(String key) {
        return new BridgeException(Category.UNAUTHENTICATED, AccessTexts.text(key));
    }
}
