package ru.smartsbridge.com.standin;

import java.time.Duration;
import java.util.function.Function;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.apartment.Threading;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.jacob.NativeLibrary;
import ru.smartsbridge.com.jacob.OnApartment;
import ru.smartsbridge.com.jacob.SingleThreaded;

/**
 * The journal of the stand-in in this process and its switch for faults, on a thread of their own. Its own calls are
 * counted too: each reading adds one crossing to the next. Thread-safe.
 */
final class StandIn implements AutoCloseable {
    private static final Member CROSSINGS = Member.of("Crossings");
    private static final Member LIVE_OBJECTS = Member.of("LiveObjects");
    private static final Member FOREIGN_RELEASES = Member.of("ForeignReleases");
    private static final Member CALLS_OF = Member.of("CallsOf");
    private static final Member CONTROL = Member.of("Control");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SingleThreadApartment<AutomationObject> apartment;

    StandIn() {
        NativeLibrary library = OnApartment.library();
        Threading threading = new SingleThreaded(library);
        Automation automation = OnApartment.component();
        apartment = new SingleThreadApartment<>(ApartmentSettings.of("journal"), threading, new Sessions<>() {
            @Override
            public AutomationObject open() {
                return automation.create("SmartsBridge.StandIn");
            }

            @Override
            public void close(AutomationObject journal) {
                journal.close();
            }
        });
    }

    private <R> R ask(String what, Function<AutomationObject, R> question) {
        return apartment.call(what, LIMIT, question);
    }

    /** Calls that have crossed the border since the process began; looking up a name is none. */
    long crossings() {
        return ask("Crossings", journal -> ((Number) journal.get(CROSSINGS)).longValue());
    }

    /** Crossings of an action. */
    long crossingsOf(Runnable action) {
        long before = crossings();
        action.run();
        return crossings() - before - 1;
    }

    /** Objects that somebody holds, this one among them. */
    int liveObjects() {
        return ask("LiveObjects", journal -> ((Number) journal.get(LIVE_OBJECTS)).intValue());
    }

    /** Objects that were let go on another thread than theirs. */
    int foreignReleases() {
        return ask("ForeignReleases", journal -> ((Number) journal.get(FOREIGN_RELEASES)).intValue());
    }

    /** How often a member was entered: {@code Class.Member}. */
    long callsOf(String member) {
        return ask("CallsOf", journal -> ((Number) journal.call(CALLS_OF, member)).longValue());
    }

    /** Orders faults in place of those ordered before; counting for {@code @N} begins now. */
    void order(String... faults) {
        ask("Control", journal -> journal.call(CONTROL, String.join("\n", faults)));
    }

    /** Ends all faults. */
    void obey() {
        order("");
    }

    @Override
    public void close() {
        apartment.close();
    }
}
