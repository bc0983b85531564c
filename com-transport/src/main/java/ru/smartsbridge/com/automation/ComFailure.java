package ru.smartsbridge.com.automation;

import java.util.Optional;
import java.util.Set;

/** A call that COM or the component refused. */
public final class ComFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Our own HRESULT for an answer of a type that nobody expects: customer bit set, so that no component has it. */
    public static final int UNEXPECTED_ANSWER = 0xA0040001;

    /** Our own HRESULT for what this side could not carry: a value that no VARIANT holds, or one of a foreign type. */
    public static final int NOT_CARRIED = 0xA0040002;

    /** Our own HRESULT for the use of an object that was let go. */
    public static final int CLOSED = 0xA0040003;

    /** Our own HRESULT for a call that was answered with false: so a driver of the 1C standard says that it failed. */
    public static final int ANSWERED_FALSE = 0xA0040004;

    private static final Set<Integer> GONE = Set.of(
            0x800706BA, // RPC_S_SERVER_UNAVAILABLE
            0x800706BE, // RPC_S_CALL_FAILED
            0x800706BF, // RPC_S_CALL_FAILED_DNE
            0x80010007, // RPC_E_SERVER_DIED
            0x80010012, // RPC_E_SERVER_DIED_DNE
            0x80010108, // RPC_E_DISCONNECTED
            0x800401FD); // CO_E_OBJNOTCONNECTED

    private final String attempted;
    private final int hresult;
    private final String description;

    /**
     * @param attempted the member or class that was asked for
     * @param description the text of EXCEPINFO, null where there is none, which is the rule [run]
     */
    public ComFailure(String attempted, int hresult, String description, Throwable cause) {
        super(
                attempted + ": 0x" + Integer.toHexString(hresult) + (description == null ? "" : " " + description),
                cause);
        this.attempted = attempted;
        this.hresult = hresult;
        this.description = description;
    }

    /** An answer that cannot be used; only its type is told, since its value may be a secret. */
    public static ComFailure unexpected(Member member, String expected, Object answer) {
        String type = answer == null ? "nothing" : answer.getClass().getSimpleName();
        return new ComFailure(member.name(), UNEXPECTED_ANSWER, "expected " + expected + ", got " + type, null);
    }

    /** A value that crosses in neither direction; only its type is told, since it may be a secret. */
    public static ComFailure notCarried(Member member, String type) {
        return new ComFailure(member.name(), NOT_CARRIED, "a value that cannot be carried: " + type, null);
    }

    /** The use of an object that was closed before. */
    public static ComFailure closed(Member member) {
        return new ComFailure(member.name(), CLOSED, "the object was let go before", null);
    }

    /** The call was answered with false. */
    public static ComFailure answeredFalse(Member member) {
        return new ComFailure(member.name(), ANSWERED_FALSE, null, null);
    }

    /** The same failure with what the component said of it when it was asked. */
    public ComFailure with(String told) {
        return new ComFailure(attempted, hresult, told, this);
    }

    /** The member or class that was asked for. */
    public String attempted() {
        return attempted;
    }

    /** What COM, the component or this side answered; ours are the constants of this class. */
    public int hresult() {
        return hresult;
    }

    /** What the component said of it. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Whether the process behind the object is gone, so that nothing that came from there can be used any more. */
    public boolean sessionGone() {
        return GONE.contains(hresult);
    }
}
