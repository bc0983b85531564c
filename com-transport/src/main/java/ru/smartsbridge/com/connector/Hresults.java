package ru.smartsbridge.com.connector;

import java.util.Set;
import ru.smartsbridge.com.automation.ComFailure;

/** The HRESULTs that mean something of their own to us, by Windows' names. */
final class Hresults {
    /** REGDB_E_CLASSNOTREG: not registered for this process's bitness. */
    static final int CLASS_NOT_REGISTERED = 0x80040154;
    /** CO_E_CLASSSTRING: no such ProgID at all. */
    static final int NO_SUCH_CLASS = 0x800401F3;
    /** E_ACCESSDENIED. */
    static final int ACCESS_DENIED = 0x80070005;
    /** ERROR_FILE_NOT_FOUND: the registry points at a file that is gone. */
    static final int FILE_NOT_FOUND = 0x80070002;
    /** ERROR_MOD_NOT_FOUND: a neighbour of the DLL is missing. */
    static final int MODULE_NOT_FOUND = 0x8007007E;
    /** ERROR_BAD_EXE_FORMAT: a DLL of the other bitness. */
    static final int BAD_IMAGE = 0x800700C1;
    /** RPC_S_SERVER_UNAVAILABLE: nobody took the call. */
    static final int SERVER_UNAVAILABLE = 0x800706BA;
    /** RPC_S_CALL_FAILED_DNE: the call did not execute. */
    static final int CALL_NOT_MADE = 0x800706BF;
    /** RPC_E_WRONG_THREAD. */
    static final int WRONG_THREAD = 0x8001010E;
    /** CO_E_NOTINITIALIZED. */
    static final int NOT_INITIALIZED = 0x800401F0;
    /** COR_E_TARGETINVOCATION: the component threw, and says no more. */
    static final int THROWN = 0x80131604;
    /** E_FAIL: no such member, or wrong number or types of arguments. */
    static final int NO_SUCH_CALL = 0x80004005;
    /** DISP_E_MEMBERNOTFOUND. */
    static final int MEMBER_NOT_FOUND = 0x80020003;
    /** DISP_E_UNKNOWNNAME. */
    static final int UNKNOWN_NAME = 0x80020006;

    private static final int CUSTOMER = 0x20000000;
    private static final Set<Integer> WINDOWS_OWN = Set.of(
            CLASS_NOT_REGISTERED,
            NO_SUCH_CLASS,
            ACCESS_DENIED,
            FILE_NOT_FOUND,
            MODULE_NOT_FOUND,
            BAD_IMAGE,
            WRONG_THREAD,
            NOT_INITIALIZED);

    private Hresults() {}

    /**
     * Whether the component itself answered it, so that its log can have a reason: not where COM never reached it, or
     * lost it, and not our own, which have the customer's bit set.
     */
    static boolean isComponents(ComFailure failure) {
        return (failure.hresult() & CUSTOMER) == 0
                && !WINDOWS_OWN.contains(failure.hresult())
                && !failure.sessionGone();
    }

    /** As people look it up. */
    static String written(int hresult) {
        return "0x%08X".formatted(hresult);
    }
}
