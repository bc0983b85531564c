package ru.smartsbridge.com.jacob;

import com.jacob.com.ComException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.com.automation.ComFailure;

/** JACOB's exceptions as failures of a call, with the HRESULT and with what the component said. */
final class Failures {
    /**
     * How JACOB writes EXCEPINFO into its message [run]. Where COM itself refused there is no {@code Source} line, and
     * the description is Windows' own sentence for the HRESULT: nothing that the component said.
     */
    private static final Pattern EXCEPINFO =
            Pattern.compile("Source: (?<source>.*?)\\RDescription: (?<description>.*)", Pattern.DOTALL);

    private Failures() {}

    /** The failure of an attempt to use {@code attempted}. */
    static ComFailure of(String attempted, RuntimeException failure) {
        if (failure instanceof ComException refused) {
            return new ComFailure(attempted, refused.getHResult(), description(refused.getMessage()), failure);
        }
        // what JACOB itself finds wrong, before or after COM: a value it cannot take, an object that is gone
        return new ComFailure(attempted, ComFailure.NOT_CARRIED, failure.getMessage(), failure);
    }

    private static String description(String message) {
        Matcher told = EXCEPINFO.matcher(message == null ? "" : message);
        if (!told.find()) {
            return null;
        }
        String text = told.group("description").strip();
        return text.isEmpty() ? null : text;
    }
}
