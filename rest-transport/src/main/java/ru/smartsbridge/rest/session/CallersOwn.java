package ru.smartsbridge.rest.session;

import java.util.Optional;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;

/** The caller's credentials, handed on as they are: the bridge has no account of its own. */
public record CallersOwn() implements Authorisation {
    @Override
    public Optional<String> header(Caller caller) {
        return caller.credentials().map(CallersOwn::value);
    }

    private static String value(Credentials credentials) {
        if (credentials instanceof Credentials.Password password) {
            return BasicHeader.of(password);
        }
        return "Bearer " + ((Credentials.Token) credentials).token();
    }

    @Override
    public boolean rejected(String header) {
        return false;
    }

    @Override
    public boolean configured() {
        return false;
    }
}
