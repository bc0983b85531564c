package ru.smartsbridge.api.version;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.ApiTexts;

/**
 * The rule that COM is not supported from «Склад 15» 1.3.1 on [doc: exchange schemes].
 *
 * <p>Another product, or a version that cannot be read, is let through with a warning. Stateless.
 */
public final class VersionRule {
    private static final int[] FIRST_WITHOUT = {1, 3, 1};
    private static final Pattern PRODUCT =
            Pattern.compile("(?U).*\\b(склад\\s*15|warehouse\\s*15)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern VERSION =
            Pattern.compile("\\s*(\\d{1,9}+(?:\\.\\d{1,9}+)*+)(?!\\.?\\d).*", Pattern.DOTALL);

    private VersionRule() {}

    /**
     * What the rule says of a base.
     *
     * @param product name of the product, null where the base does not tell
     * @param version such as {@code 1.3.1.25}, null where the base does not tell
     */
    public static ComSupport com(String product, String version) {
        if (product == null || !PRODUCT.matcher(product).matches()) {
            return new ComSupport.Doubtful(ApiTexts.text("version.product.other", product == null ? "?" : product));
        }
        Optional<int[]> numbers = numbers(version);
        if (numbers.isEmpty()) {
            return new ComSupport.Unread(ApiTexts.text("version.unknown", product, version == null ? "?" : version));
        }
        if (Arrays.compare(padded(numbers.get()), FIRST_WITHOUT) >= 0) {
            return new ComSupport.Refused(ApiTexts.text("version.com.refused", product, version));
        }
        return new ComSupport.Supported();
    }

    private static Optional<int[]> numbers(String version) {
        return Optional.ofNullable(version)
                .map(VERSION::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Arrays.stream(matcher.group(1).split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /** 1.3 is 1.3.0. */
    private static int[] padded(int[] numbers) {
        return numbers.length >= FIRST_WITHOUT.length ? numbers : Arrays.copyOf(numbers, FIRST_WITHOUT.length);
    }
}
