package ru.smartsbridge.com.mapping;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;

/**
 * Dates between REST, which has an offset, and the component, which has local time of the base's zone.
 *
 * <p>Towards the component an offset is never written: it would be read by the rules of the process's own zone [run].
 * A local time that the zone skips is moved forward by the gap, and of one that comes twice the earlier is taken; so
 * the second of the two hours in autumn cannot be told by the component. .NET's ticks are 100 ns: what is finer is cut
 * off. Immutable.
 *
 * @param zone of the base
 */
public record Dates(ZoneId zone) {
    /** "No date" of Mobile SMARTS [client]: it has no offset. */
    static final Value NO_DATE = Value.text("0001-01-01T00:00:00");

    private static final String SECONDS_FORM = "0000-00-00T00:00:00";
    private static final int NANOS_OF_TICK = 100;
    private static final int TICK_DIGITS = 7;
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_OF_MINUTE = 60;

    /**
     * Local time of a date as REST writes it, to 100 ns; empty for "no date".
     *
     * @throws DateTimeException where it is no date, or beyond the years 1 to 9999
     */
    public Optional<LocalDateTime> local(String json) {
        int offset = offsetAt(json);
        LocalDateTime local = parsed(withinNanos(offset < 0 ? json : json.substring(0, offset)));
        if (isNoDate(local)) {
            return Optional.empty();
        }
        if (offset >= 0) {
            ZoneOffset given = ZoneOffset.of(json.substring(offset));
            local = isShownBy(given, local)
                    ? local
                    : OffsetDateTime.of(local, given).atZoneSameInstant(zone).toLocalDateTime();
        }
        if (local.getYear() < 1 || local.getYear() > 9999) {
            throw new DateTimeException("year " + local.getYear());
        }
        return isNoDate(local)
                ? Optional.empty()
                : Optional.of(local.withNano(local.getNano() / NANOS_OF_TICK * NANOS_OF_TICK));
    }

    /**
     * Whether the zone had an offset with seconds then, which {@link #shown} tells in whole minutes: taken as an instant,
     * 1900-01-01 would move by those seconds each time that it is read and written.
     */
    private boolean isShownBy(ZoneOffset given, LocalDateTime local) {
        int seconds = given.getTotalSeconds();
        return zone.getRules().getValidOffsets(local).stream()
                .mapToInt(ZoneOffset::getTotalSeconds)
                .anyMatch(valid -> valid != seconds && valid / SECONDS_OF_MINUTE * SECONDS_OF_MINUTE == seconds);
    }

    /** What REST shows for local time of the base. */
    Value shown(LocalDateTime local) {
        if (isNoDate(local)) {
            return NO_DATE;
        }
        return shown(local.atZone(zone).toOffsetDateTime());
    }

    /**
     * What REST shows for a date in the component's XML: without an offset local time of the base, with one an instant.
     *
     * @throws DateTimeException where it is no date
     */
    Value ofXml(String xml) {
        if (xml.isEmpty()) {
            return NO_DATE;
        }
        int offset = offsetAt(xml);
        String digits = offset < 0 ? xml : xml.substring(0, offset);
        LocalDateTime local = parsed(digits.indexOf('T') < 0 ? digits + "T00:00:00" : digits);
        if (offset < 0 || isNoDate(local)) {
            return shown(local);
        }
        return shown(OffsetDateTime.of(local, ZoneOffset.of(xml.substring(offset)))
                .atZoneSameInstant(zone)
                .toOffsetDateTime());
    }

    /** A parser of any form takes a tenth of a document's reading, so the form of nearly all dates has its own. */
    private static LocalDateTime parsed(String date) {
        int whole = SECONDS_FORM.length();
        if (!isInSeconds(date)) {
            return LocalDateTime.parse(date);
        }
        int nanos = 0;
        for (int i = whole + 1; i <= whole + NANO_DIGITS; i++) {
            nanos = nanos * 10 + (i < date.length() ? date.charAt(i) - '0' : 0);
        }
        return LocalDateTime.of(
                Integer.parseInt(date, 0, 4, 10),
                Integer.parseInt(date, 5, 7, 10),
                Integer.parseInt(date, 8, 10, 10),
                Integer.parseInt(date, 11, 13, 10),
                Integer.parseInt(date, 14, 16, 10),
                Integer.parseInt(date, 17, 19, 10),
                nanos);
    }

    /** Whether it is a date and a time in seconds, with up to nine digits behind them. */
    private static boolean isInSeconds(String date) {
        int whole = SECONDS_FORM.length();
        int length = date.length();
        if (length < whole
                || length > whole
                        && (length == whole + 1 || length > whole + 1 + NANO_DIGITS || date.charAt(whole) != '.')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char form = i < whole ? SECONDS_FORM.charAt(i) : '0';
            char c = date.charAt(i);
            if (i != whole && (form == '0' ? c < '0' || c > '9' : c != form)) {
                return false;
            }
        }
        return true;
    }

    /** As the component writes dates: seven digits behind the second, no offset. */
    static void appendXml(StringBuilder out, LocalDateTime local) {
        appendSeconds(out, local);
        out.append('.');
        padded(out, local.getNano() / NANOS_OF_TICK, TICK_DIGITS);
    }

    static boolean isNoDate(LocalDateTime local) {
        return local.getYear() == 1 && local.getDayOfYear() == 1;
    }

    private static Value shown(OffsetDateTime date) {
        StringBuilder out = new StringBuilder(33);
        appendSeconds(out, date.toLocalDateTime());
        int ticks = date.getNano() / NANOS_OF_TICK;
        if (ticks > 0) {
            out.append('.');
            padded(out, ticks, TICK_DIGITS);
            while (out.charAt(out.length() - 1) == '0') {
                out.setLength(out.length() - 1);
            }
        }
        // REST has whole minutes; offsets of before 1900 may have seconds
        int minutes = date.getOffset().getTotalSeconds() / SECONDS_OF_MINUTE;
        out.append(minutes < 0 ? '-' : '+');
        padded(out, Math.abs(minutes) / 60, 2);
        out.append(':');
        padded(out, Math.abs(minutes) % 60, 2);
        return Value.text(out.toString());
    }

    private static void appendSeconds(StringBuilder out, LocalDateTime local) {
        padded(out, local.getYear(), 4);
        padded(out.append('-'), local.getMonthValue(), 2);
        padded(out.append('-'), local.getDayOfMonth(), 2);
        padded(out.append('T'), local.getHour(), 2);
        padded(out.append(':'), local.getMinute(), 2);
        padded(out.append(':'), local.getSecond(), 2);
    }

    private static void padded(StringBuilder out, int number, int digits) {
        int ten = 10;
        for (int i = 1; i < digits; i++) {
            if (number < ten) {
                out.append('0');
            }
            ten *= 10;
        }
        out.append(number);
    }

    /** Where the offset begins; -1 where there is none. */
    private static int offsetAt(String date) {
        int time = date.indexOf('T');
        if (time < 0) {
            return -1;
        }
        for (int i = time; i < date.length(); i++) {
            char c = date.charAt(i);
            if (c == 'Z' || c == '+' || c == '-') {
                return i;
            }
        }
        return -1;
    }

    private static String withinNanos(String local) {
        int point = local.indexOf('.');
        return point < 0 || local.length() - point <= 10 ? local : local.substring(0, point + 10);
    }
}
