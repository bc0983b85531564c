package ru.smartsbridge.com.mapping;

import java.util.List;

/** What kind of value a member holds: which VARIANT it is, how XML writes it and how REST shows it. */
enum Form {
    TEXT,
    /** R8, a double over REST: a whole one ends in {@code .0} [rec]. */
    R8,
    /** R8, a decimal over REST. */
    QUANTITY,
    /** Like {@link #QUANTITY}, but the component's XML leaves 0 out as it does 1, and reads it as 1 [run]. */
    UNITS,
    /** .NET's decimal: 96 bits, up to 28 digits behind the point; keeps its scale [run]. */
    DECIMAL,
    I4,
    I8,
    FLAG,
    /** VT_DATE, or ISO without an offset. */
    DATE,
    /** .NET's TimeSpan: a duration over REST, not to be read by property [run]. */
    SPAN,
    /** Names in XML and over REST, numbers by property [run]. */
    CREATED_BY("Unknown", "Server", "Device", "ERP"),
    /** Names in XML and over REST, numbers by property [edmx]. */
    ROLE("MobileDeviceUser", "Internal", "Administrator", "User");

    private final List<String> names;

    Form(String... names) {
        this.names = List.of(names);
    }

    /** The names of an enumeration by their numbers; empty for all else. */
    List<String> names() {
        return names;
    }
}
