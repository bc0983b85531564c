package ru.smartsbridge.com.automation;

import java.util.Optional;

/**
 * A member of a component's class by its name.
 *
 * <p>The component makes a failing call a second time when the member was found by its English name, and once when it
 * was found by its Russian alias [run]; so whatever writes is looked up by its alias where there is one.
 *
 * @param name the English name
 * @param once the alias by which a failing call is made once; empty for reads and where there is none
 */
public record Member(String name, Optional<String> once) {
    /** A member that may be called twice without harm. */
    public static Member of(String name) {
        return new Member(name, Optional.empty());
    }

    /** A member that writes. */
    public static Member writing(String name, String alias) {
        return new Member(name, Optional.of(alias));
    }

    @Override
    public String toString() {
        return name;
    }
}
