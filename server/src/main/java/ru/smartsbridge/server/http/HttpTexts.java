package ru.smartsbridge.server.http;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;

/** Texts about requests as such and about forwarding. */
final class HttpTexts {
    private HttpTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.http.messages", key, arguments);
    }

    static BridgeException error(Category category, String key, Object... arguments) {
        return new BridgeException(category, text(key, arguments));
    }

    static BridgeException error(Category category, Throwable cause, String key, Object... arguments) {
        return new BridgeException(category, text(key, arguments), cause);
    }

    /** That there is no base of this name, with the names that there are. */
    static BridgeException unknownBase(String name, Bases bases) {
        return error(
                Category.NOT_FOUND,
                "base.unknown",
                name,
                String.join(", ", bases.all().stream().map(ServedBase::name).toList()));
    }
}
