package ru.smartsbridge.server.access;

import java.util.Optional;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * Who was let in.
 *
 * @param account empty where nobody is asked
 * @param credentials what he would show to a backend that asks
 * @param bySession whether he came with a token of the bridge's own, for which a backend has no use
 */
public record Guest(Optional<Account> account, Optional<Credentials> credentials, boolean bySession) {
    /** Whether he may use the base. */
    public boolean mayUse(String base) {
        return account.filter(known -> !known.mayUse(base)).isEmpty();
    }

    /**
     * Passes where he may use the base.
     *
     * @throws BridgeException {@code FORBIDDEN}
     */
    public void requireBase(String base) {
        account.filter(known -> !known.mayUse(base)).ifPresent(known -> {
            throw new BridgeException(Category.FORBIDDEN, AccessTexts.text("base.forbidden", known.login(), base));
        });
    }

    /** Whether he looks after the bridge. */
    public boolean administers() {
        return account.filter(Account::administers).isPresent();
    }
}
