package ru.smartsbridge.com.documents;

import java.util.List;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.text.ComTexts;

/** Counts what the component made of a document's XML against what was sent: its reader can lose lines silently [run]. */
final class Contents {
    private static final Member COUNT = Member.of("Count");
    private static final Member ITEM = Member.of("Item");
    private static final Member TABLES = Member.of("Tables");
    private static final Member ROWS = Member.of("Rows");

    private Contents() {}

    /**
     * Passes where every line and every row arrived. Two crossings for each collection that was sent with something in
     * it, and three for each table.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED}; nothing was written
     */
    static void requireArrived(Properties sent, AutomationObject made) {
        lines(sent, "declaredItems", made, Member.of("DeclaredItems"));
        lines(sent, "currentItems", made, Member.of("CurrentItems"));
        List<Properties> tables = sent.objects("tables");
        if (tables.isEmpty()) {
            return;
        }
        try (AutomationObject collection = made.child(TABLES)) {
            require(sent, "tables", tables.size(), collection.number(COUNT));
            for (int i = 0; i < tables.size(); i++) {
                rows(sent, tables.get(i), collection, i);
            }
        }
    }

    private static void lines(Properties sent, String property, AutomationObject made, Member member) {
        int expected = sent.objects(property).size();
        if (expected == 0) {
            return;
        }
        try (AutomationObject lines = made.child(member)) {
            require(sent, property, expected, lines.number(COUNT));
        }
    }

    private static void rows(Properties sent, Properties table, AutomationObject tables, int index) {
        try (AutomationObject made = tables.object(ITEM, index);
                AutomationObject rows = made.child(ROWS)) {
            require(sent, table.text("name"), table.objects("rows").size(), rows.number(COUNT));
        }
    }

    private static void require(Properties sent, String what, int expected, int made) {
        if (expected != made) {
            throw ComTexts.error(Category.BACKEND_FAILED, "document.incomplete", sent.text("id"), what, expected, made);
        }
    }
}
