package ru.smartsbridge.api.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.SetKind;

/** A call that a test (or each test of a class) makes; where a transport lacks it, the test must end in {@code UNSUPPORTED_HERE}. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Needs.All.class)
public @interface Needs {
    Verb value();

    SetKind on();

    /** Several of them. */
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Needs[] value();
    }
}
