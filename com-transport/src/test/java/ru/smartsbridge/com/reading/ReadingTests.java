package ru.smartsbridge.com.reading;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.fake.BaseTests;

/** How tests read: a set at once, or row by row. */
abstract class ReadingTests extends BaseTests {
    Rows<Properties> rows(String set, Query query) {
        return new Reading(session, ZoneOffset.UTC).list(session.schema(), place(set), query);
    }

    List<Properties> list(String set, Query query) {
        try (Rows<Properties> rows = rows(set, query)) {
            List<Properties> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    List<String> ids(String set, Query query) {
        return list(set, query).stream().map(entity -> entity.text("id")).toList();
    }

    List<Properties> related(String set, String key, String navigation) {
        Reading reading = new Reading(session, ZoneOffset.UTC);
        try (Rows<Properties> rows = reading.related(session.schema(), place(set), key, navigation, Query.ALL)) {
            List<Properties> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    static Query where(String property, Literal literal) {
        return Query.ALL.withFilter(Expression.equal(literal, property));
    }

    static Query where(String property, String text) {
        return where(property, new Literal.Text(text));
    }
}
