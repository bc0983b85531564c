package ru.smartsbridge.com.connector;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Whether all that was sent came back: what is more does not count, numbers are compared by value and dates as points
 * in time.
 */
final class Carried {
    private final ZoneId zone;

    Carried(ZoneId zone) {
        this.zone = zone;
    }

    /** The path of the first property that did not come back; empty where all did. */
    Optional<String> lost(Properties sent, Properties back) {
        return lost("", sent, back);
    }

    private Optional<String> lost(String path, Properties sent, Properties back) {
        for (Map.Entry<String, Value> property : sent) {
            String at = path + property.getKey();
            Value other = back.get(property.getKey()).orElse(Value.NULL);
            Optional<String> lost = lost(at, property.getValue(), other);
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private Optional<String> lost(String at, Value sent, Value back) {
        if (sent instanceof Properties object && back instanceof Properties other) {
            return lost(at + "/", object, other);
        }
        if (sent instanceof Value.Items items) {
            return lost(at, items.values(), back instanceof Value.Items others ? others.values() : List.of());
        }
        return isEqual(sent, back) ? Optional.empty() : Optional.of(at);
    }

    private Optional<String> lost(String at, List<Value> sent, List<Value> back) {
        if (sent.size() != back.size()) {
            return Optional.of(at);
        }
        for (int i = 0; i < sent.size(); i++) {
            Optional<String> lost = lost(at + "[" + i + "]", sent.get(i), back.get(i));
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private boolean isEqual(Value sent, Value back) {
        if (sent instanceof Value.Number number && back instanceof Value.Number other) {
            return number.decimal().compareTo(other.decimal()) == 0;
        }
        if (sent instanceof Value.Text text && back instanceof Value.Text other) {
            return text.equals(other) || isSameTime(text.value(), other.value());
        }
        return sent.equals(back);
    }

    private boolean isSameTime(String one, String other) {
        try {
            return time(one).isEqual(time(other));
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private OffsetDateTime time(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof LocalDateTime local ? local.atZone(zone).toOffsetDateTime() : (OffsetDateTime) time;
    }
}
