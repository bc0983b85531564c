package ru.smartsbridge.rest.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import ru.smartsbridge.api.call.Credentials;

/** The value of {@code Authorization} for a login and a password, in UTF-8. */
final class BasicHeader {
    private BasicHeader() {}

    static String of(Credentials.Password account) {
        byte[] pair = (account.login() + ":" + account.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
