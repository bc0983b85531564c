package ru.smartsbridge.api.fidelity;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.smartsbridge.api.value.Value;

/** The forms in which a property can say nothing. */
public enum Nothing {
    ABSENT("absence"),
    NULL("null"),
    EMPTY_TEXT("\"\""),
    ZERO("0"),
    FALSE("false"),
    /** The empty date of .NET, with whatever offset. */
    NO_DATE("0001-01-01T00:00:00");

    private final String phrase;

    Nothing(String phrase) {
        this.phrase = phrase;
    }

    boolean is(Optional<Value> value) {
        if (value.isEmpty()) {
            return this == ABSENT;
        }
        Value there = value.get();
        return switch (this) {
            case ABSENT -> false;
            case NULL -> there == Value.NULL;
            case EMPTY_TEXT -> there.equals(Value.text(""));
            case ZERO ->
                there instanceof Value.Number number && number.decimal().signum() == 0;
            case FALSE -> there == Value.Flag.FALSE;
            case NO_DATE ->
                there instanceof Value.Text text
                        && text.value().matches("0001-01-01T00:00:00(\\.0+)?(Z|[+-]\\d\\d:\\d\\d)?");
        };
    }

    static String listed(Collection<Nothing> forms) {
        return forms.stream().sorted().map(form -> form.phrase).collect(Collectors.joining(" or "));
    }
}
