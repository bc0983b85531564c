package ru.smartsbridge.api.version;

import ru.smartsbridge.api.error.Text;

/** Whether the vendor supports COM on a base (design seam 6). */
public sealed interface ComSupport {
    /** It does. */
    record Supported() implements ComSupport {}

    /** It does not; COM is not used unless a migration test asks for it by name. */
    record Refused(Text reason) implements ComSupport {}

    /** Of another product it is not known; COM is let through, and people are told. */
    record Doubtful(Text warning) implements ComSupport {}

    /** The version cannot be read, though it decides; COM is let through, and {@code check} is red. */
    record Unread(Text warning) implements ComSupport {}
}
