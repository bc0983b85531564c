package ru.smartsbridge.api.fidelity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;

/** Reads dates as moments. Immutable. */
public final class Moments {
    private final ZoneId zone;

    /** With the zone of dates that have no offset. */
    public Moments(ZoneId zone) {
        this.zone = zone;
    }

    /** The moment that a text names; empty where it names none, or no date at all. */
    public Optional<Instant> of(Optional<Value> value) {
        if (!(value.orElse(null) instanceof Value.Text text) || Nothing.NO_DATE.is(value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.value()).toInstant());
        } catch (DateTimeParseException withoutOffset) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text.value()).atZone(zone).toInstant());
            } catch (DateTimeParseException noDate) {
                return Optional.empty();
            }
        }
    }
}
