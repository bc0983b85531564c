package ru.smartsbridge.rest.session;

import java.util.Optional;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;

/** The configured account with each request. */
public final class BasicLogin implements Authorisation {
    private final Optional<String> header;

    public BasicLogin(Credentials.Password account) {
        this.header = Optional.of(BasicHeader.of(account));
    }

    @Override
    public Optional<String> header(Caller caller) {
        return header;
    }

    @Override
    public boolean rejected(String refused) {
        return false;
    }

    @Override
    public boolean configured() {
        return true;
    }
}
