package ru.smartsbridge.com.jacob;

import com.jacob.com.Dispatch;
import com.jacob.com.JacobException;
import java.util.Map;
import java.util.Objects;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;

/** Late-bound COM carried out by JACOB; used on a thread that {@link SingleThreaded} has entered, and on no other. */
public final class JacobAutomation implements Automation {
    private final MemberIds ids;

    /**
     * @param library proof that JACOB's native half is there
     * @param members actual names of members that another version of the component calls differently, by the name
     *     that {@link ru.smartsbridge.com.automation.Member#name()} has; a member with such a name is called by it, not
     *     by its alias
     */
    public JacobAutomation(NativeLibrary library, Map<String, String> members) {
        Objects.requireNonNull(library);
        this.ids = new MemberIds(members);
    }

    @Override
    public AutomationObject create(String progId) {
        try {
            return new JacobObject(new Dispatch(progId), ids);
        } catch (JacobException | IllegalStateException | IllegalArgumentException failure) {
            throw Failures.of(progId, failure);
        }
    }
}
