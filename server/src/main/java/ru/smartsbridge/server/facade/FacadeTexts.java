package ru.smartsbridge.server.facade;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts about what an address can do. */
final class FacadeTexts {
    private FacadeTexts() {}

    static BridgeException error(Category category, String key, Object... arguments) {
        return new BridgeException(category, Text.of("ru.smartsbridge.server.facade.messages", key, arguments));
    }
}
