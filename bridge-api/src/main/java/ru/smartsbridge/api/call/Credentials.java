package ru.smartsbridge.api.call;

/** What proves an account to a backend. Its text form shows no secret. */
public sealed interface Credentials {
    /** A name and a password. */
    record Password(String login, String password) implements Credentials {
        @Override
        public String toString() {
            return login + ":***";
        }
    }

    /** A token of a session. */
    record Token(String token) implements Credentials {
        @Override
        public String toString() {
            return "token ***";
        }
    }
}
