package ru.smartsbridge.server.access;

import java.util.List;

/**
 * Who is let in.
 *
 * @param accounts those that {@link Mode#USERS} knows
 */
public record AccessRules(Mode mode, List<Account> accounts) {
    /** Whoever comes. */
    public static final AccessRules NONE = new AccessRules(Mode.NONE, List.of());

    public AccessRules {
        accounts = List.copyOf(accounts);
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
