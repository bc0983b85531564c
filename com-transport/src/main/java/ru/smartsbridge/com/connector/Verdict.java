package ru.smartsbridge.com.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.ComFailure;

/**
 * Which category a failure is of: by its HRESULT, the member that was called, and the types of the exceptions in the
 * component's log, never by their texts, whose language is the culture's. The tables are ours [guess], the types and
 * HRESULTs are the component's [run].
 */
final class Verdict {
    /** HRESULTs that settle it; those of making an object say that nothing has happened. */
    private static final Map<Integer, Category> HRESULTS = Map.ofEntries(
            Map.entry(Hresults.CLASS_NOT_REGISTERED, Category.UNREACHABLE),
            Map.entry(Hresults.NO_SUCH_CLASS, Category.UNREACHABLE),
            Map.entry(Hresults.ACCESS_DENIED, Category.UNREACHABLE),
            Map.entry(Hresults.FILE_NOT_FOUND, Category.UNREACHABLE),
            Map.entry(Hresults.MODULE_NOT_FOUND, Category.UNREACHABLE),
            Map.entry(Hresults.BAD_IMAGE, Category.UNREACHABLE),
            Map.entry(Hresults.SERVER_UNAVAILABLE, Category.UNREACHABLE),
            Map.entry(Hresults.CALL_NOT_MADE, Category.UNREACHABLE),
            Map.entry(Hresults.WRONG_THREAD, Category.INTERNAL),
            Map.entry(Hresults.NOT_INITIALIZED, Category.INTERNAL),
            Map.entry(ComFailure.CLOSED, Category.INTERNAL));

    /** What a server did not get, by the status of a WebException: a name that .NET has in every language. */
    private static final Map<String, Category> STATUSES = Map.of(
            "NameResolutionFailure", Category.UNREACHABLE,
            "ProxyNameResolutionFailure", Category.UNREACHABLE,
            "ConnectFailure", Category.UNREACHABLE,
            "TrustFailure", Category.UNREACHABLE,
            "Timeout", Category.TIMED_OUT);

    private static final Map<String, Category> TYPES = Map.of(
            "TimeoutException", Category.TIMED_OUT,
            "NotSupportedException", Category.UNSUPPORTED_HERE,
            "NotImplementedException", Category.UNSUPPORTED_HERE,
            "AuthenticationException", Category.UNAUTHENTICATED,
            "InvalidCredentialException", Category.UNAUTHENTICATED);

    /** At members that take what the request brought. */
    private static final Map<String, Category> TYPES_OF_WRITING = Map.of(
            "ArgumentException", Category.INVALID_REQUEST,
            "FormatException", Category.INVALID_REQUEST,
            "OverflowException", Category.INVALID_REQUEST,
            "InvalidOperationException", Category.CONFLICT);

    private static final Pattern WRITING =
            Pattern.compile("(Begin|End)?Upload.*|Set.*|Add|FromXml", Pattern.CASE_INSENSITIVE);

    /** After one of these nobody knows from the HRESULT alone that nothing has happened. */
    private static final Pattern CHANGING =
            Pattern.compile("(End)?Upload.*|Set(Document|Product|Table).*|Remove.*", Pattern.CASE_INSENSITIVE);

    /** Nothing of a request has happened when no base is selected yet. */
    private static final Set<String> CONNECTING =
            Set.of("SelectCurrentApp", StorageConnector.PROG_ID, "Open", "AddIn.Cl.TerminalConnector");

    private static final Set<String> LOGIN = Set.of("Login", "LoginByToken");

    private Verdict() {}

    static Category of(ComFailure failure, Optional<Reason> reason) {
        Category settled = HRESULTS.get(failure.hresult());
        if (settled == Category.UNREACHABLE && failure.hresult() != Hresults.CALL_NOT_MADE && isChanging(failure)) {
            return Category.BACKEND_FAILED;
        }
        if (settled != null) {
            return settled;
        }
        if (CONNECTING.contains(failure.attempted())) {
            return Category.UNREACHABLE;
        }
        Category otherwise = isLogin(failure) ? Category.UNAUTHENTICATED : Category.BACKEND_FAILED;
        return reason.flatMap(told -> byTypes(told.fromWithin(), failure.attempted()))
                .orElse(otherwise);
    }

    private static boolean isChanging(ComFailure failure) {
        return CHANGING.matcher(failure.attempted()).matches();
    }

    /** Whether it was the login that failed: refused, unless the log says that the server was not reached. */
    static boolean isLogin(ComFailure failure) {
        return LOGIN.contains(failure.attempted());
    }

    private static Optional<Category> byTypes(List<LogEntry.Thrown> fromWithin, String attempted) {
        boolean writes = WRITING.matcher(attempted).matches();
        for (LogEntry.Thrown thrown : fromWithin) {
            Category found = STATUSES.get(thrown.status());
            if (found == null) {
                found = TYPES.get(thrown.simpleType());
            }
            if (found == null && writes) {
                found = TYPES_OF_WRITING.get(thrown.simpleType());
            }
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
