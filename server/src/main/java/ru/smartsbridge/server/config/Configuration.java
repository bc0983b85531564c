package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.server.access.AccessRules;

/**
 * How this bridge is to run. Checked: every base's transport is one that this version has. Immutable; its text form
 * shows no secret.
 *
 * @param listen where requests are taken
 * @param defaultBase name of the base behind {@code /MobileSMARTS/api/v1}, one of {@code bases}
 * @param bases in the order of the configuration, at least one; names differ by more than case
 * @param trustedProxies whose {@code Forwarded} is believed
 * @param state absolute folder for what must outlive the process; it need not exist yet
 * @param limits on what one request may bring
 * @param language of texts for people where a request does not tell its own; {@link Locale#ROOT} is English
 * @param access who is let in
 */
public record Configuration(
        Listen listen,
        String defaultBase,
        List<BaseConfiguration> bases,
        TrustedProxies trustedProxies,
        Path state,
        Limits limits,
        Locale language,
        AccessRules access) {
    public Configuration {
        bases = List.copyOf(bases);
    }

    /** The base of that name, to the letter. */
    public Optional<BaseConfiguration> base(String name) {
        return bases.stream().filter(base -> base.name().equals(name)).findFirst();
    }

    /** Whether what a caller shows is for the server behind the base: where the bridge has no accounts, or is told so. */
    public boolean showsCallersTo(BaseConfiguration base) {
        return access.mode() != AccessRules.Mode.USERS || base.passesLogin();
    }

    /** A folder under {@link #state} that belongs to one base alone; it need not exist yet. */
    public Path state(BaseConfiguration base) {
        return state.resolve("bases").resolve(base.name());
    }
}
