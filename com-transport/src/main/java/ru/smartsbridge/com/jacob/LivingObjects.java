package ru.smartsbridge.com.jacob;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The references that a thread holds and has not let go.
 *
 * <p>Stands for JACOB's own table, which keeps an object's Java half until the thread's Release even where it was let
 * go long before: an upload of a million objects in one session would fill the heap. As in that table, what nobody
 * closed is kept from JACOB's finalizer, which would release it on a thread where it does not belong.
 */
final class LivingObjects {
    private static final ThreadLocal<Set<JacobObject>> OF_THREAD = ThreadLocal.withInitial(HashSet::new);

    private LivingObjects() {}

    static void add(JacobObject object) {
        OF_THREAD.get().add(object);
    }

    static void remove(JacobObject object) {
        OF_THREAD.get().remove(object);
    }

    static int count() {
        return OF_THREAD.get().size();
    }

    /** Lets go of whatever the calling thread holds. */
    static void closeAll() {
        for (JacobObject object : List.copyOf(OF_THREAD.get())) {
            object.close();
        }
        OF_THREAD.remove();
    }
}
