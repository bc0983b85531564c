package ru.smartsbridge.com.mapping;

/** How objects cross the COM border. */
public enum Way {
    /** A batch in one call, as the component's own XML. */
    XML,
    /** Property by property, a call each. */
    PROPERTIES
}
