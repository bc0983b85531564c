package ru.smartsbridge.com.mapping;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.text.ComTexts;

/** The errors of what cannot cross. */
final class Refusals {
    private Refusals() {}

    /** The path of a property inside of another. */
    static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The component has no place for it. */
    static BridgeException unsupported(String at) {
        return ComTexts.error(Category.UNSUPPORTED_HERE, "mapping.unsupported", at)
                .at(at);
    }

    /** The value is not one that the type holds, or one that the component loses. */
    static BridgeException misfit(String at, String type, RuntimeException cause) {
        if (cause instanceof Scalars.Misfit misfit && misfit.isBeyond()) {
            return ComTexts.error(Category.UNSUPPORTED_HERE, "mapping.beyond", at)
                    .at(at);
        }
        return new BridgeException(Category.INVALID_REQUEST, ComTexts.text("mapping.misfit", at, type), cause).at(at);
    }

    /** The component gave a value that its own type does not hold; the value may be a secret and is not told. */
    static BridgeException odd(String element, String attribute, String type, RuntimeException cause) {
        return new BridgeException(
                Category.BACKEND_FAILED, ComTexts.text("mapping.odd", element, attribute, type), cause);
    }

    /** The component's XML does not read. */
    static BridgeException malformed(int line, int column, String reason, Exception cause) {
        return new BridgeException(
                Category.BACKEND_FAILED, ComTexts.text("mapping.malformed", line, column, reason), cause);
    }
}
