package ru.smartsbridge.sandbox.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;
import ru.smartsbridge.sandbox.base.Base;

/** The time of the demo base: one morning of 2025, the same at each start. */
final class DemoCalendar {
    private static final LocalDateTime MORNING = LocalDateTime.of(2025, 6, 16, 9, 58, 43, 834_874_000);

    private final ZoneId zone;

    DemoCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** So many minutes after it began. */
    String minute(long number) {
        return Base.moment(MORNING.plusMinutes(number).atZone(zone).toOffsetDateTime());
    }

    /** Midnight, so many days later. */
    String day(long number) {
        return Base.moment(
                MORNING.toLocalDate().plusDays(number).atStartOfDay(zone).toOffsetDateTime());
    }
}
