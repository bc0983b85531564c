package ru.smartsbridge.com.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import ru.smartsbridge.com.automation.OleDate;

/**
 * VT_DATE to and from local time, exact to the millisecond.
 *
 * <p>.NET's empty date arrives as 0.0 [run]; like everything else before 1899-12-31 it reads as "no date".
 */
final class OleDates {
    private static final LocalDateTime ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final double MILLIS_OF_DAY = 86_400_000;

    private OleDates() {}

    static OleDate of(LocalDateTime local) {
        long days = ChronoUnit.DAYS.between(ZERO.toLocalDate(), local.toLocalDate());
        long millis = local.toLocalTime().toNanoOfDay() / 1_000_000;
        double fraction = millis / MILLIS_OF_DAY;
        // the fraction counts forward from midnight also where the days are negative
        return new OleDate(days < 0 ? days - fraction : days + fraction);
    }

    /** Empty for "no date". */
    static Optional<LocalDateTime> local(OleDate date) {
        if (!(date.days() >= 1)) {
            return Optional.empty();
        }
        return Optional.of(whole(date));
    }

    /** The moment that the number says, also a day before {@link #ZERO}. */
    static LocalDateTime whole(OleDate date) {
        long days = (long) date.days();
        long millis = Math.round(Math.abs(date.days() - days) * MILLIS_OF_DAY);
        return ZERO.plusDays(days).plus(millis, ChronoUnit.MILLIS);
    }
}
