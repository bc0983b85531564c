package ru.smartsbridge.com.jacob;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.COM.Unknown;
import com.sun.jna.platform.win32.Guid;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * A call that hands arguments over by reference, made past JACOB, which neither frees the text that comes back nor the
 * place where it came. Used on the object's thread.
 */
final class CallByReference extends Unknown {
    /** The place of Invoke in the table of IDispatch, after those of IUnknown and three of its own. */
    private static final int INVOKE = 6;

    /** LOCALE_SYSTEM_DEFAULT, as JACOB's own calls have it. */
    private static final int LOCALE = 2048;

    /** DISP_E_EXCEPTION: what happened is in EXCEPINFO, not in the answer. */
    private static final int EXCEPTION = 0x80020009;

    private CallByReference(long dispatch) {
        super(new Pointer(dispatch));
    }

    /**
     * Makes the call.
     *
     * @param dispatch the object's address, which stays the caller's
     * @param id of the member
     * @param flags what kind of call
     * @throws ComFailure where it fails
     */
    static Object of(long dispatch, Member member, int id, int flags, Object[] values) {
        int count = values.length;
        // the answer stands behind the arguments, whose order is the last one first
        try (NativeVariants variants = new NativeVariants(member, count + 1);
                Memory exception = new Memory(ExceptionInfo.SIZE)) {
            exception.clear();
            for (int i = 0; i < count; i++) {
                variants.put(count - 1 - i, values[i]);
            }
            int result = new CallByReference(dispatch)
                    .invoke(id, flags, parameters(variants, count), variants.at(count), exception);
            if (result < 0) {
                throw failure(member, result, exception);
            }
            variants.tell();
            return variants.value(count);
        }
    }

    private int invoke(int id, int flags, Memory parameters, Pointer answer, Memory exception) {
        try (parameters;
                Memory wrong = new Memory(Integer.BYTES)) {
            Guid.REFIID none = new Guid.REFIID(new Guid.IID());
            return _invokeNativeInt(
                    INVOKE,
                    new Object[] {getPointer(), id, none, LOCALE, (short) flags, parameters, answer, exception, wrong});
        }
    }

    /** A DISPPARAMS: the arguments, no names, their number, and the number of names. */
    private static Memory parameters(NativeVariants variants, int count) {
        Memory parameters = new Memory(2L * Native.POINTER_SIZE + 2 * Integer.BYTES);
        parameters.setPointer(0, count == 0 ? null : variants.at(0));
        parameters.setPointer(Native.POINTER_SIZE, null);
        parameters.setInt(2L * Native.POINTER_SIZE, count);
        parameters.setInt(2L * Native.POINTER_SIZE + Integer.BYTES, 0);
        return parameters;
    }

    private static ComFailure failure(Member member, int result, Memory exception) {
        String description = ExceptionInfo.taken(exception);
        int code = ExceptionInfo.code(exception);
        return new ComFailure(member.name(), result == EXCEPTION && code < 0 ? code : result, description, null);
    }

    /** Where an EXCEPINFO has what. */
    private static final class ExceptionInfo {
        private static final int TEXTS = Native.POINTER_SIZE == 8 ? 8 : 4;
        private static final int DESCRIPTION = TEXTS + Native.POINTER_SIZE;

        /** Three texts, a number, two pointers and the code, with the gaps that their size makes. */
        private static final int CODE = TEXTS + 6 * Native.POINTER_SIZE;

        static final int SIZE = CODE + Native.POINTER_SIZE;

        private ExceptionInfo() {}

        static int code(Memory exception) {
            return exception.getInt(CODE);
        }

        /** The description, null where there is none; the texts are given back. */
        static String taken(Memory exception) {
            Pointer description = exception.getPointer(DESCRIPTION);
            String text =
                    description == null ? "" : NativeVariants.text(description).strip();
            for (int i = 0; i < 3; i++) {
                OleAut32.INSTANCE.SysFreeString(exception.getPointer(TEXTS + (long) i * Native.POINTER_SIZE));
            }
            return text.isEmpty() ? null : text;
        }
    }
}
