package ru.smartsbridge.migration.rule;

import java.time.LocalDate;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.words.Vocabulary;

/** One reason for which a difference does not count. Stateless, thread-safe. */
public interface Rule {
    /** Who made it. */
    enum Origin {
        /** What a comparison always takes for the same. */
        CONVENTION,
        /** What a COM component does not carry (bridge-api's fidelity). */
        COM,
        /** The file of whoever compares. */
        FILE
    }

    /** Short and lasting; reports name the rule by it. */
    String id();

    Origin origin();

    /** Where it counts, for people. */
    String where();

    /** What it lets pass, for people. */
    Text what();

    /** Why. */
    Text reason();

    /** The last day on which it counts; empty: for ever. */
    default Optional<LocalDate> until() {
        return Optional.empty();
    }

    /** Whether it has to do with the field of a difference at all; asked once for each field and kind. */
    boolean speaksOf(Spotted spotted, Vocabulary vocabulary);

    /** Whether it lets this difference pass. */
    boolean excuses(Spotted spotted);
}
