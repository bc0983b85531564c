package ru.smartsbridge.com.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.value.Value;

/** Durations as REST writes them, to and from .NET's TimeSpan ({@code 1.02:03:04.5000000}) [run]. */
final class Spans {
    static final Value ZERO = Value.text("PT0S");

    private static final Pattern SPAN =
            Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,7}))?");
    private static final int NANOS_OF_TICK = 100;

    private Spans() {}

    /** @throws DateTimeException where it is none */
    static Value ofXml(String xml) {
        Matcher parts = SPAN.matcher(xml);
        if (!parts.matches()) {
            throw new DateTimeException("no span of time");
        }
        Duration span = Duration.ofDays(parts.group(2) == null ? 0 : Long.parseLong(parts.group(2)))
                .plusHours(Long.parseLong(parts.group(3)))
                .plusMinutes(Long.parseLong(parts.group(4)))
                .plusSeconds(Long.parseLong(parts.group(5)));
        if (parts.group(6) != null) {
            String ticks = (parts.group(6) + "0000000").substring(0, 7);
            span = span.plusNanos(Long.parseLong(ticks) * NANOS_OF_TICK);
        }
        return Value.text((parts.group(1) == null ? span : span.negated()).toString());
    }

    /** @throws DateTimeException where it is no duration, or more than .NET holds */
    static String toXml(String json) {
        Duration given = Duration.parse(json);
        Duration span = given.abs();
        if (span.toDays() > 10_675_199) {
            throw new DateTimeException("more than a TimeSpan holds");
        }
        StringBuilder out = new StringBuilder(24);
        if (given.isNegative()) {
            out.append('-');
        }
        if (span.toDays() > 0) {
            out.append(span.toDays()).append('.');
        }
        out.append(String.format("%02d:%02d:%02d", span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart()));
        int ticks = span.toNanosPart() / NANOS_OF_TICK;
        if (ticks > 0) {
            out.append(String.format(".%07d", ticks));
        }
        return out.toString();
    }
}
