package ru.smartsbridge.com;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Ways;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.text.ComTexts;

/** What people should know of how a base's objects cross the COM border. */
final class Remarks {
    private Remarks() {}

    /** What the self-test settled and the exchange folder's probe found. */
    static List<Remark> of(ComSession session) {
        List<Remark> remarks = new ArrayList<>();
        for (ComponentClass type : ComponentClass.values()) {
            Ways.Chosen chosen = session.ways().chosen(type);
            boolean slow = chosen.way() == Way.PROPERTIES;
            String key = slow ? "remark.properties" : "remark.xml";
            remarks.add(new Remark(slow, ComTexts.text(key, type.element(), chosen.reason())));
        }
        ComponentSchema schema = session.schema();
        schema.tables().stream()
                .filter(table -> session.ways().of(ComponentClass.ROW) == Way.XML)
                .filter(table -> !session.mapping()
                        .standsInXml(
                                ComponentClass.ROW,
                                new FieldOwner.TableRows(schema.declarations().tableUni(table.name()))))
                .forEach(table -> remarks.add(new Remark(true, ComTexts.text("remark.table", table.name()))));
        if (!session.hasExchange()) {
            remarks.add(new Remark(true, ComTexts.text("remark.pages")));
        }
        return remarks;
    }
}
