package ru.smartsbridge.server.odata;

import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Holds the parameters of an action against what the metadata declares of it. */
final class Parameters {
    private Parameters() {}

    /** The same parameters, where each is known, of its type, and none is missing. */
    static Properties checked(Action action, Properties given) {
        for (Map.Entry<String, Value> parameter : given) {
            EdmProperty declared = action.parameters().get(parameter.getKey());
            if (declared == null) {
                throw ODataTexts.invalid(
                                "parameter.unknown",
                                action.name(),
                                parameter.getKey(),
                                String.join(", ", action.parameters().keySet()))
                        .at(parameter.getKey());
            }
            requireType(declared.name(), declared.type(), parameter.getValue());
        }
        for (String name : action.parameters().keySet()) {
            if (!given.has(name) || given.get(name).orElseThrow() == Value.NULL) {
                throw ODataTexts.invalid("parameter.missing", action.name(), name)
                        .at(name);
            }
        }
        return given;
    }

    private static void requireType(String name, EdmType type, Value value) {
        if (value == Value.NULL) {
            return;
        }
        boolean right = type.collection()
                ? value instanceof Value.Items items && all(items.values(), type.name())
                : single(type.name(), value);
        if (!right) {
            throw ODataTexts.invalid("parameter.type", name, type).at(name);
        }
    }

    private static boolean all(List<Value> items, String type) {
        return items.stream().allMatch(item -> item == Value.NULL || single(type, item));
    }

    private static boolean single(String type, Value value) {
        return switch (type) {
            case "Edm.String" -> value instanceof Value.Text;
            case "Edm.Boolean" -> value instanceof Value.Flag;
            case "Edm.Int32" ->
                value instanceof Value.Number number && number.literal().matches("-?\\d{1,9}");
            default -> true;
        };
    }
}
