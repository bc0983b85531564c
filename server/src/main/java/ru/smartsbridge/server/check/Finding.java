package ru.smartsbridge.server.check;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param mark how it stands
 * @param subject what was looked at, in the words of the configuration: {@code base main}
 * @param what how it was found
 * @param took how long looking took, where that tells anything
 * @param advice what to do, where something is to be done
 */
public record Finding(Mark mark, String subject, Words what, Optional<Duration> took, Optional<Words> advice) {
    /** How a thing stands. */
    public enum Mark {
        OK,
        /** It works, and somebody should know. */
        WARN,
        FAIL
    }

    static Finding ok(String subject, Words what) {
        return new Finding(Mark.OK, subject, what, Optional.empty(), Optional.empty());
    }

    static Finding warn(String subject, Words what, Words advice) {
        return new Finding(Mark.WARN, subject, what, Optional.empty(), Optional.of(advice));
    }

    static Finding fail(String subject, Words what, Words advice) {
        return new Finding(Mark.FAIL, subject, what, Optional.empty(), Optional.of(advice));
    }

    Finding took(Duration duration) {
        return new Finding(mark, subject, what, Optional.of(duration), advice);
    }
}
