package ru.smartsbridge.server.access;

import java.util.Set;

/**
 * Somebody who may ask.
 *
 * @param login as he gives it, to the letter
 * @param bases names of those that he may use; empty: all
 * @param administers whether the bridge itself is his to look after
 */
public record Account(String login, PasswordHash password, Set<String> bases, boolean administers) {
    public Account {
        bases = Set.copyOf(bases);
    }

    boolean mayUse(String base) {
        return bases.isEmpty() || bases.contains(base);
    }
}
