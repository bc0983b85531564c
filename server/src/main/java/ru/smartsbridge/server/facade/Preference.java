package ru.smartsbridge.server.facade;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a client would rather have, by its header {@code Prefer}; what it says beyond that is passed over. Stateless. */
final class Preference {
    /** Tells the client which of its preferences were met. */
    static final String APPLIED = "Preference-Applied";

    static final String MAX_PAGE_SIZE = "odata.maxpagesize";

    private static final String RETURN = "return";

    private Preference() {}

    /** Entities of one answer at most. */
    static OptionalLong maxPageSize(Exchange exchange) {
        return preferences(exchange)
                .filter(preference -> preference.matches("(?:odata\\.)?maxpagesize\\s*=\\s*\"?[1-9]\\d{0,8}\"?"))
                .mapToLong(preference -> Long.parseLong(preference.replaceAll("\\D", "")))
                .findFirst();
    }

    /** Whether the answer of a write shall have the entity; empty where the client leaves it to the server. */
    static Optional<Boolean> representation(Exchange exchange) {
        return preferences(exchange)
                .map(preference -> preference.replaceAll("[\\s\"]", ""))
                .filter(preference -> preference.equals("return=representation") || preference.equals("return=minimal"))
                .findFirst()
                .map(preference -> preference.endsWith("representation"));
    }

    /** Notes in the answer that {@code return=…} was met. */
    static void applied(Exchange exchange, boolean representation) {
        exchange.header(APPLIED, RETURN + "=" + (representation ? "representation" : "minimal"));
    }

    private static Stream<String> preferences(Exchange exchange) {
        return exchange.requestHeader("Prefer").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";")[0].strip().toLowerCase(Locale.ROOT));
    }
}
