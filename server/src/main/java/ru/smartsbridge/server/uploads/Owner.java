package ru.smartsbridge.server.uploads;

import ru.smartsbridge.api.call.Caller;

/**
 * Whose an upload is: the caller's account and address together.
 *
 * @param account {@code ""} where none was asked for
 */
record Owner(String account, String address) {
    static Owner of(Caller caller) {
        return new Owner(caller.account(), caller.address());
    }

    /** For people: {@code ivanov, 10.0.0.5}. */
    @Override
    public String toString() {
        return account.isEmpty() ? address : account + ", " + address;
    }
}
