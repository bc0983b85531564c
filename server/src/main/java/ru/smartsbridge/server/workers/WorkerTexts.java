package ru.smartsbridge.server.workers;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts about workers. */
final class WorkerTexts {
    private WorkerTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.workers.messages", key, arguments);
    }

    static BridgeException unreachable(Text text) {
        return new BridgeException(Category.UNREACHABLE, text);
    }
}
