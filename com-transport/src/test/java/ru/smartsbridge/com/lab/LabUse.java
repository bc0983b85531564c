package ru.smartsbridge.com.lab;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** What {@code -Dlab} says of tests that need the lab. */
enum LabUse {
    /** A missing lab fails them. */
    REQUIRED {
        @Override
        Lab without(String reason) {
            return Assertions.fail("-Dlab=required, but " + reason);
        }
    },
    /** They run where the lab is set up. */
    AUTO {
        @Override
        Lab without(String reason) {
            return leaveOut("Left out: tests of COM in the Windows JVM, because " + reason);
        }
    },
    /** They are left out. */
    OFF {
        @Override
        Lab decide(Supplier<Lab.Found> look) {
            return without("-Dlab=off");
        }

        @Override
        Lab without(String reason) {
            return leaveOut("Left out: tests of COM in the Windows JVM, because of " + reason);
        }
    };

    /** Told already by this JVM: a line on the console is for people, and one is enough. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    static LabUse of(String property) {
        if (property == null) {
            return AUTO;
        }
        try {
            return valueOf(property.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Dlab is one of required, auto and off, not " + property, e);
        }
    }

    /** The lab, or the end of the test that asked for it. */
    Lab decide(Supplier<Lab.Found> look) {
        Lab.Found found = look.get();
        if (found instanceof Lab.Found.Whole whole) {
            return whole.lab();
        }
        return without(((Lab.Found.Missing) found).reason());
    }

    abstract Lab without(String reason);

    /** Aborts the test that runs. */
    private static Lab leaveOut(String line) {
        throw new TestAbortedException(line);
    }

    /** Tells on the console why a test is left out, unless that was told before. */
    static void tell(TestAbortedException leftOut) {
        if (TOLD.add(leftOut.getMessage())) {
            System.out.println(leftOut.getMessage());
        }
    }
}
