package ru.smartsbridge.com.connector;

import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.text.ComTexts;

/** What a person can do about a failure, for the ones that people meet. */
final class Hints {
    private static final String BITS = "sun.arch.data.model";

    /** The calls that take the connection string. */
    private static final Set<String> SELECTING = Set.of("SelectCurrentApp", "Open");

    private Hints() {}

    static Optional<Text> of(ComFailure failure, Optional<Reason> reason, ConnectionSettings settings) {
        if (failure.sessionGone()) {
            return hint("hint.gone");
        }
        return switch (failure.hresult()) {
            case Hresults.CLASS_NOT_REGISTERED, Hresults.BAD_IMAGE ->
                hint("hint.registration", System.getProperty(BITS, "?"));
            case Hresults.NO_SUCH_CLASS -> hint("hint.installation");
            case Hresults.ACCESS_DENIED -> hint("hint.account", System.getProperty("user.name"));
            case Hresults.FILE_NOT_FOUND, Hresults.MODULE_NOT_FOUND -> hint("hint.files");
            case Hresults.NO_SUCH_CALL, Hresults.MEMBER_NOT_FOUND, Hresults.UNKNOWN_NAME ->
                hint("hint.version", failure.attempted());
            default -> byCall(failure, reason, settings);
        };
    }

    private static Optional<Text> byCall(ComFailure failure, Optional<Reason> reason, ConnectionSettings settings) {
        if (SELECTING.contains(failure.attempted())) {
            return hint("hint.connection", settings.connection());
        }
        if (Verdict.isLogin(failure)) {
            return hint("hint.login", settings.login().orElse(""));
        }
        boolean licence = reason.stream()
                .flatMap(told -> told.entry().thrown().stream())
                .anyMatch(thrown -> thrown.simpleType().equals("LicensingException"));
        if (licence) {
            return hint("hint.licence");
        }
        boolean rights = reason.map(told -> told.entry().innermost().simpleType())
                .filter("UnauthorizedAccessException"::equals)
                .isPresent();
        if (rights) {
            return hint("hint.account", System.getProperty("user.name"));
        }
        return failure.hresult() == Hresults.THROWN && reason.isEmpty() ? hint("hint.log") : Optional.empty();
    }

    private static Optional<Text> hint(String key, Object... arguments) {
        return Optional.of(ComTexts.text(key, arguments));
    }
}
