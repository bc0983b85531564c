package ru.smartsbridge.server.config;

import java.math.BigDecimal;
import java.net.IDN;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.server.access.PasswordHash;

/**
 * How a value is written.
 *
 * @param parse the value; empty where the text is not of this form
 * @param wrong tells people what was expected, from the text as it may be shown
 */
public record Form<T>(Function<String, Optional<T>> parse, Function<String, Text> wrong) {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) *(ms|s|m|h)");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern ORIGIN = Pattern.compile(
            "null|[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) *(B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Duration> TIMES = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));
    private static final List<String> SIZES = List.of("B", "KB", "MB", "GB");

    private static <T> Form<T> of(String wrong, Function<String, Optional<T>> parse) {
        return new Form<>(parse, shown -> ConfigTexts.text(wrong, shown));
    }

    /** Any text. */
    public static Form<String> text() {
        return of("value.text", Optional::of);
    }

    static Form<Listen> listen() {
        return of("value.listen", Listen::parse);
    }

    static Form<TrustedProxies.Network> network() {
        return of("value.network", TrustedProxies::network);
    }

    /** A length of time. */
    public static Form<Duration> duration() {
        return of("value.duration", Form::parseDuration);
    }

    /** A length of time above zero. */
    public static Form<Duration> period() {
        return of("value.period", text -> parseDuration(text).filter(duration -> !duration.isZero()));
    }

    private static Optional<Duration> parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? Optional.of(TIMES.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    /** A number of bytes above zero, at most so many. */
    static Form<Long> size(long most) {
        return new Form<>(
                text -> parseSize(text).filter(size -> size > 0 && size <= most),
                shown -> ConfigTexts.text(most == Long.MAX_VALUE ? "value.size" : "value.size.small", shown));
    }

    private static Optional<Long> parseSize(String text) {
        Matcher matcher = SIZE.matcher(text);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1))
                        << 10 * SIZES.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** A whole number. */
    public static Form<Long> wholeNumber() {
        return of("value.wholeNumber", text -> {
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /** How many, from zero on. */
    static Form<Long> count() {
        return of(
                "value.count",
                text -> text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty());
    }

    /** A share: {@code 0.1} or {@code 10%}. */
    static Form<BigDecimal> share() {
        return of("value.share", text -> {
            boolean percent = text.strip().endsWith("%");
            try {
                BigDecimal number = new BigDecimal(text.replace("%", "").strip());
                BigDecimal share = percent ? number.movePointLeft(2) : number;
                return share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0
                        ? Optional.empty()
                        : Optional.of(share);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /** True or false. */
    public static Form<Boolean> flag() {
        return of("value.flag", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A file or folder, absolute; a relative one is in {@code folder}. */
    static Form<Path> path(Path folder) {
        return of("value.path", text -> {
            try {
                return text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(folder.resolve(text).toAbsolutePath().normalize());
            } catch (InvalidPathException noPath) {
                return Optional.empty();
            }
        });
    }

    /** As browsers write it: scheme, host and, where it is not the scheme's own, port. */
    static Form<String> origin() {
        return of(
                "value.origin",
                text -> ORIGIN.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty());
    }

    static Form<String> host() {
        return of("value.host", text -> HOST.matcher(text).matches() ? asSent(text) : Optional.empty());
    }

    /** As clients send it: Russian names of machines travel in Latin letters. */
    private static Optional<String> asSent(String host) {
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    static Form<PasswordHash> hash() {
        return of("value.hash", PasswordHash::parse);
    }

    static Form<ZoneId> zone() {
        return of("value.zone", text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException noZone) {
                return Optional.empty();
            }
        });
    }

    /** One of a few words. */
    public static Form<String> word(List<String> words) {
        return new Form<>(
                text -> Optional.of(text).filter(words::contains),
                shown -> ConfigTexts.text("value.word", shown, String.join(", ", words)));
    }

    /** A constant of an enum, in lower case. */
    static <E extends Enum<E>> Form<E> constant(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> words = constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Form<>(
                text -> words.contains(text) ? Optional.of(constants.get(words.indexOf(text))) : Optional.empty(),
                word(words).wrong());
    }

    /** The form of a transport's own key. */
    static Form<?> of(Setting setting, Path folder) {
        return switch (setting.type()) {
            case TEXT -> text();
            case DURATION -> duration();
            case WHOLE_NUMBER -> wholeNumber();
            case FLAG -> flag();
            case PATH -> path(folder);
            case WORD -> word(setting.words());
            case NAMES -> throw new IllegalArgumentException(setting.name() + " is no single value");
        };
    }
}
