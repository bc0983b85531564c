package ru.smartsbridge.com.terminal;

import java.util.Optional;
import ru.smartsbridge.com.automation.Reference;

/**
 * An argument in its place among the others.
 *
 * @param reference how it is handed over by reference; empty where it is by value
 */
record Parameter(Argument argument, Optional<Reference.Form> reference) {
    private static final String BY_REFERENCE = "&";
    private static final String BY_REFERENCE_TO_VARIANT = "&variant";

    static Parameter value(Argument argument) {
        return new Parameter(argument, Optional.empty());
    }

    static Parameter reference(Argument argument) {
        return new Parameter(argument, Optional.of(Reference.Form.TEXT));
    }

    /** What a text such as {@code device&} says; empty where its word or its sign is none. */
    static Optional<Parameter> of(String written) {
        int sign = written.indexOf('&');
        String word = sign < 0 ? written : written.substring(0, sign).strip();
        String how = sign < 0 ? "" : written.substring(sign).strip();
        Optional<Argument> argument = Argument.of(word);
        return switch (how) {
            case "" -> argument.map(Parameter::value);
            case BY_REFERENCE -> argument.filter(Argument::isText).map(Parameter::reference);
            case BY_REFERENCE_TO_VARIANT ->
                argument.filter(Argument::isText)
                        .map(found -> new Parameter(found, Optional.of(Reference.Form.VARIANT)));
            default -> Optional.empty();
        };
    }

    /** What is given to the call for a value. */
    Object given(Object value) {
        return reference.<Object>map(form -> new Reference(form, value)).orElse(value);
    }

    @Override
    public String toString() {
        return argument.word()
                + reference
                        .map(form -> form == Reference.Form.TEXT ? BY_REFERENCE : BY_REFERENCE_TO_VARIANT)
                        .orElse("");
    }
}
