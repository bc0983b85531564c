package ru.smartsbridge.com.automation;

/**
 * An object behind {@code IDispatch}. Used on the thread that made it and on no other.
 *
 * <p>Values: null is VT_EMPTY; {@link Boolean}, {@link Integer} (I4), {@link Long} (I8), {@link Double},
 * {@link java.math.BigDecimal} (DECIMAL), {@link String} (BSTR), {@link OleDate}, {@link AutomationObject} and
 * {@link java.util.List} (SAFEARRAY of VARIANT) stand for themselves. What comes back is of these types too: VT_NULL
 * as null, smaller and unsigned whole numbers as the smallest of Integer, Long and BigDecimal that holds them. Nothing
 * is converted on the way in: the component matches arguments by exact type [run].
 *
 * <p>An argument of {@link #call} may be a {@link Reference} too. A call with one carries beside it texts, truth values,
 * Integers, nothing, and lists of these, and what comes back is one of these but a list.
 *
 * <p>Every call is one crossing and fails with a {@link ComFailure} and nothing else.
 */
public interface AutomationObject extends AutoCloseable {
    /** The value of a property. */
    Object get(Member member);

    /** Sets a property. */
    void put(Member member, Object value);

    /** Calls a method, or reads a property that takes arguments ({@code Item}). */
    Object call(Member member, Object... arguments);

    /** Lets go of the object; it is not used again. Never fails, and a second time does nothing. */
    @Override
    void close();

    /** The object that a call answers; the caller closes it. */
    default AutomationObject object(Member member, Object... arguments) {
        Object answer = call(member, arguments);
        if (answer instanceof AutomationObject object) {
            return object;
        }
        throw ComFailure.unexpected(member, "an object", answer);
    }

    /** The object that a call answers, or null where it answers nothing. */
    default AutomationObject objectOrNull(Member member, Object... arguments) {
        Object answer = call(member, arguments);
        if (answer == null || answer instanceof AutomationObject) {
            return (AutomationObject) answer;
        }
        throw ComFailure.unexpected(member, "an object or nothing", answer);
    }

    /** The object in a property; the caller closes it. */
    default AutomationObject child(Member member) {
        Object value = get(member);
        if (value instanceof AutomationObject object) {
            return object;
        }
        throw ComFailure.unexpected(member, "an object", value);
    }

    /** The text that a call answers; null where it answers nothing. */
    default String text(Member member, Object... arguments) {
        Object answer = call(member, arguments);
        if (answer == null || answer instanceof String) {
            return (String) answer;
        }
        throw ComFailure.unexpected(member, "a text", answer);
    }

    /** The whole number that a call answers, such as {@code Count}. */
    default int number(Member member, Object... arguments) {
        Object answer = call(member, arguments);
        if (answer instanceof Integer number) {
            return number;
        }
        throw ComFailure.unexpected(member, "a whole number", answer);
    }

    /** The truth value that a call answers. */
    default boolean flag(Member member, Object... arguments) {
        Object answer = call(member, arguments);
        if (answer instanceof Boolean flag) {
            return flag;
        }
        throw ComFailure.unexpected(member, "true or false", answer);
    }
}
