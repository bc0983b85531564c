package ru.smartsbridge.com.automation;

/**
 * An argument that is handed over by reference, so that the component can put something in its place. Used on one thread.
 */
public final class Reference {
    /** Which VARIANT refers to the place; a component that takes the one need not take the other. */
    public enum Form {
        /** VT_BYREF | VT_BSTR: the place is a text's and stays one. */
        TEXT,
        /** VT_BYREF | VT_VARIANT: the place may come to hold a value of any type. */
        VARIANT
    }

    private final Form form;
    private Object value;

    /** @param value what the place holds before the call: a text, or with {@link Form#VARIANT} any plain value */
    public Reference(Form form, Object value) {
        this.form = form;
        this.value = value;
    }

    public Form form() {
        return form;
    }

    /** What the place holds: after the call what came back. */
    public Object value() {
        return value;
    }

    /** Says what the place holds now; for who makes the call. */
    public void put(Object now) {
        value = now;
    }
}
