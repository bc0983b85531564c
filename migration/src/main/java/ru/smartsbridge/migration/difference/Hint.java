package ru.smartsbridge.migration.difference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;

/** What a person would say at the sight of two values that differ. It explains, and decides nothing. */
public enum Hint {
    /** Both say nothing, in different ways: absent, null, {@code ""}, zero, "no date". */
    NOTHING,
    /** One text is the other's beginning. */
    CUT,
    LETTER_CASE,
    WHITE_SPACE,
    /** The same letters in another normal form of Unicode. */
    NORMAL_FORM,
    /** One text is the other's bytes read in a wrong encoding, or has question marks for its letters. */
    ENCODING,
    /** Two moments, whole quarters of an hour apart: a time zone. */
    SHIFTED,
    /** One number is the other, rounded or cut. */
    ROUNDED,
    SIGN,
    /** The same digits with the decimal point elsewhere. */
    SCALED,
    /** A number or flag and the text that names it. */
    AS_TEXT;

    private static final List<Charset> WRONG_ENCODINGS = List.of(
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1251"),
            Charset.forName("windows-1252"),
            Charset.forName("IBM866"));
    private static final String NO_DATE = "0001-01-01T00:00:00";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration WIDEST = Duration.ofHours(26);

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of two values; null where there is none. */
    static Optional<Hint> of(Value control, Value candidate) {
        if (saysNothing(control) && saysNothing(candidate)) {
            return Optional.of(NOTHING);
        }
        if (control instanceof Value.Text ours && candidate instanceof Value.Text theirs) {
            return texts(ours.value(), theirs.value());
        }
        if (control instanceof Value.Number ours && candidate instanceof Value.Number theirs) {
            return numbers(ours.decimal(), theirs.decimal());
        }
        return isAsText(control, candidate) || isAsText(candidate, control) ? Optional.of(AS_TEXT) : Optional.empty();
    }

    /** Of two moments. */
    static Optional<Hint> of(Instant control, Instant candidate) {
        Duration apart = Duration.between(control, candidate).abs();
        boolean zone = apart.compareTo(WIDEST) <= 0 && apart.toNanos() % QUARTER.toNanos() == 0;
        return zone ? Optional.of(SHIFTED) : Optional.empty();
    }

    static boolean saysNothing(Value value) {
        return value == null
                || value == Value.NULL
                || value == Value.Flag.FALSE
                || value instanceof Value.Number number && number.decimal().signum() == 0
                || value instanceof Value.Items items && items.values().isEmpty()
                || value instanceof Value.Text text
                        && (text.value().isEmpty() || text.value().startsWith(NO_DATE));
    }

    private static Optional<Hint> texts(String ours, String theirs) {
        if (ours.equalsIgnoreCase(theirs)) {
            return Optional.of(LETTER_CASE);
        }
        if (ours.replaceAll("\\s", "").equals(theirs.replaceAll("\\s", ""))) {
            return Optional.of(WHITE_SPACE);
        }
        boolean cut = !ours.isEmpty() && !theirs.isEmpty() && (ours.startsWith(theirs) || theirs.startsWith(ours));
        if (cut) {
            return Optional.of(CUT);
        }
        if (Normalizer.normalize(ours, Normalizer.Form.NFC).equals(Normalizer.normalize(theirs, Normalizer.Form.NFC))) {
            return Optional.of(NORMAL_FORM);
        }
        return isMisread(ours, theirs) || isMisread(theirs, ours) ? Optional.of(ENCODING) : Optional.empty();
    }

    private static boolean isMisread(String text, String misread) {
        boolean asciiOnly = text.chars().allMatch(c -> c < 0x80);
        if (asciiOnly) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return text.replaceAll("[^\\x00-\\x7F]", "?").equals(misread)
                || WRONG_ENCODINGS.stream().anyMatch(wrong -> new String(bytes, wrong).equals(misread));
    }

    private static Optional<Hint> numbers(BigDecimal ours, BigDecimal theirs) {
        if (ours.negate().compareTo(theirs) == 0) {
            return Optional.of(SIGN);
        }
        if (isRounded(ours, theirs) || isRounded(theirs, ours)) {
            return Optional.of(ROUNDED);
        }
        boolean sameDigits = ours.signum() != 0
                && theirs.signum() != 0
                && ours.stripTrailingZeros()
                        .unscaledValue()
                        .equals(theirs.stripTrailingZeros().unscaledValue());
        return sameDigits ? Optional.of(SCALED) : Optional.empty();
    }

    private static boolean isRounded(BigDecimal exact, BigDecimal rounded) {
        int scale = Math.max(0, rounded.stripTrailingZeros().scale());
        return exact.scale() > scale
                && (exact.setScale(scale, RoundingMode.HALF_UP).compareTo(rounded) == 0
                        || exact.setScale(scale, RoundingMode.HALF_EVEN).compareTo(rounded) == 0
                        || exact.setScale(scale, RoundingMode.DOWN).compareTo(rounded) == 0);
    }

    private static boolean isAsText(Value value, Value text) {
        if (!(text instanceof Value.Text written)) {
            return false;
        }
        if (value instanceof Value.Flag flag) {
            return written.value().equalsIgnoreCase(flag.name());
        }
        if (!(value instanceof Value.Number number)) {
            return false;
        }
        try {
            return new BigDecimal(written.value().trim().replace(',', '.')).compareTo(number.decimal()) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
