package ru.smartsbridge.server.access;

import java.util.List;
import java.util.Set;

/**
 * Who is let in.
 *
 * @param accounts those that {@link Mode#USERS} knows
 * @param origins whose pages may write, beside those that come from the bridge's own address: {@code https://host:port} in
 *     lower case, or {@code null}, as browsers call a page without an address
 * @param hosts names by which the bridge may be asked where nobody is asked who he is, beside those that no other site can
 *     have; in lower case
 */
public record AccessRules(Mode mode, List<Account> accounts, Set<String> origins, Set<String> hosts) {
    /** Whoever comes. */
    public static final AccessRules NONE = new AccessRules(Mode.NONE, List.of(), Set.of(), Set.of());

    public AccessRules {
        accounts = List.copyOf(accounts);
        origins = Set.copyOf(origins);
        hosts = Set.copyOf(hosts);
    }

    /** The values of {@code authentication:}. */
    public enum Mode {
        /** Nobody is asked, so that only this machine may be listened to. */
        NONE,
        /** The bridge knows them. */
        USERS,
        /** The server behind knows them: each shows it his own account. */
        BACKEND
    }
}
