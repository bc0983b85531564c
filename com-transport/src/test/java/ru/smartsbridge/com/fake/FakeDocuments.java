package ru.smartsbridge.com.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.fake.FakeBase.Method;

/** The documents of a {@link FakeBase} with the component's manners [run]: replaced whole, no type is looked at. */
public final class FakeDocuments {
    /** In the component's order. */
    public final List<Properties> all = new ArrayList<>();

    /** What was asked of GetDocuments: a type's name, and whether finished ones only. */
    public final List<String> asked = new ArrayList<>();

    /** What the component makes of a document that it is given to keep; null where it keeps none. */
    public UnaryOperator<Properties> kept = UnaryOperator.identity();

    private final FakeBase base;

    FakeDocuments(FakeBase base) {
        this.base = base;
    }

    Map<String, Method> methods() {
        return Map.of(
                "GetDocuments", arguments -> base.object(of((String) arguments[0], (Boolean) arguments[1])),
                "GetDocument", arguments -> document((String) arguments[0]),
                "SetDocument", arguments -> set(((FakeObject) arguments[0]).entities.get(0)),
                "RemoveDocument", arguments -> all.removeIf(one -> isCalled(one, (String) arguments[0])) ? null : null);
    }

    /** The document with that id, which is there. */
    public Properties get(String id) {
        return all.stream().filter(one -> isCalled(one, id)).findFirst().orElseThrow();
    }

    private static boolean isCalled(Properties document, String id) {
        return id.equals(document.text("id"));
    }

    private List<Properties> of(String typeName, boolean finishedOnly) {
        asked.add(typeName + "/" + finishedOnly);
        return all.stream()
                .filter(document -> typeName == null || typeName.equals(document.text("documentTypeName")))
                .filter(document -> !finishedOnly || document.flag("finished"))
                .toList();
    }

    private FakeObject document(String id) {
        if (id == null || id.isEmpty()) {
            throw FakeBase.thrown("GetDocument");
        }
        return all.stream()
                .filter(one -> isCalled(one, id))
                .findFirst()
                .map(one -> base.object(List.of(one)))
                .orElse(null);
    }

    private Object set(Properties document) {
        all.removeIf(one -> isCalled(one, document.text("id")));
        Properties stored = kept.apply(document);
        if (stored != null) {
            all.add(stored);
        }
        return null;
    }
}
