package ru.smartsbridge.com.documents;

import java.util.List;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.text.ComTexts;

/** Compares what a document was sent with, with what the component made of it: its XML can lose lines silently [run]. */
final class Contents {
    private Contents() {}

    /**
     * Passes where every line and every row arrived.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED}; nothing was written
     */
    static void requireArrived(Properties sent, Properties arrived) {
        for (String lines : List.of("declaredItems", "currentItems")) {
            require(
                    sent,
                    lines,
                    sent.objects(lines).size(),
                    arrived.objects(lines).size());
        }
        List<Properties> tables = sent.objects("tables");
        List<Properties> made = arrived.objects("tables");
        require(sent, "tables", tables.size(), made.size());
        for (int i = 0; i < tables.size(); i++) {
            String name = tables.get(i).text("name");
            require(
                    sent,
                    name,
                    tables.get(i).objects("rows").size(),
                    made.get(i).objects("rows").size());
        }
    }

    private static void require(Properties sent, String what, int expected, int made) {
        if (expected != made) {
            throw ComTexts.error(Category.BACKEND_FAILED, "document.incomplete", sent.text("id"), what, expected, made);
        }
    }
}
