package ru.smartsbridge.com.jacob;

import com.jacob.com.Dispatch;
import com.jacob.com.JacobException;
import com.jacob.com.Variant;
import java.util.Arrays;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.Reference;

/**
 * A reference to an object, called through JACOB's {@code invokev}, but for arguments by reference
 * ({@link CallByReference}).
 *
 * <p>Closing gives the reference back to COM at once; what nobody closes is given back when its thread is left.
 */
final class JacobObject implements AutomationObject {
    /** RPC_E_WRONG_THREAD, which COM itself would say if it always noticed. */
    private static final int WRONG_THREAD = 0x8001010E;

    private static final Object[] NO_ARGUMENTS = {};

    private final Dispatch dispatch;
    private final MemberIds ids;
    private final MemberIds.OfObject own;
    private final Thread home = Thread.currentThread();

    JacobObject(Dispatch dispatch, MemberIds ids) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.own = ids.new OfObject(dispatch);
        LivingObjects.add(this);
    }

    @Override
    public Object get(Member member) {
        return invoke(member, Dispatch.Get, NO_ARGUMENTS);
    }

    @Override
    public void put(Member member, Object value) {
        // a property's own answer to being set is none
        invoke(member, Dispatch.Put, new Object[] {value});
    }

    @Override
    public Object call(Member member, Object... arguments) {
        return invoke(member, Dispatch.Method | Dispatch.Get, arguments);
    }

    @Override
    public void close() {
        // from elsewhere it would be released where it does not live; leaving its own thread sees to it
        if (Thread.currentThread() == home) {
            dispatch.safeRelease();
            LivingObjects.remove(this);
        }
    }

    /** What JACOB knows the object as, for an argument of {@code member}. */
    Dispatch living(Member member) {
        if (Thread.currentThread() != home) {
            throw new ComFailure(member.name(), WRONG_THREAD, "used on a thread that is not its own", null);
        }
        if (dispatch.m_pDispatch == 0) {
            throw ComFailure.closed(member);
        }
        return dispatch;
    }

    private Object invoke(Member member, int flags, Object[] values) {
        Dispatch target = living(member);
        int id = own.of(member);
        if (Arrays.stream(values).anyMatch(Reference.class::isInstance)) {
            return CallByReference.of(target.m_pDispatch, member, id, flags, values);
        }
        Variant[] arguments = new Variant[values.length];
        Variant answer = null;
        try {
            for (int i = 0; i < values.length; i++) {
                arguments[i] = Values.in(member, values[i]);
            }
            answer = Dispatch.invokev(target, id, flags, arguments, new int[1]);
            return Values.out(member, answer, ids);
        } catch (JacobException | IllegalStateException | IllegalArgumentException failure) {
            throw Failures.of(member.name(), failure);
        } finally {
            release(arguments);
            if (answer != null) {
                answer.safeRelease();
            }
        }
    }

    private static void release(Variant[] arguments) {
        for (Variant argument : arguments) {
            if (argument != null) {
                argument.safeRelease();
            }
        }
    }
}
