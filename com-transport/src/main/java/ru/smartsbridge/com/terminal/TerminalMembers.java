package ru.smartsbridge.com.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The members of a base's TerminalConnector: the table of {@link TerminalCall} with what the configuration has in its
 * place. A configured member is a name, {@code Выгрузить}, or a name with its arguments in their order,
 * {@code Выгрузить(table, fields, device&)}; without them the table's stay. Immutable.
 */
public final class TerminalMembers {
    private static final String KEY = "members";

    private final Map<String, String> names = new HashMap<>();
    private final Map<TerminalCall, List<Parameter>> parameters = new EnumMap<>(TerminalCall.class);

    private TerminalMembers() {}

    /**
     * The table with these in it.
     *
     * @param configured by the English names of {@link TerminalCall}
     * @throws BridgeException {@code INVALID_REQUEST} for a member or argument that there is none of, or that is missing
     */
    public static TerminalMembers of(Map<String, String> configured) {
        TerminalMembers members = new TerminalMembers();
        configured.forEach((english, signature) -> members.put(called(english), signature.strip()));
        return members;
    }

    private static TerminalCall called(String english) {
        return TerminalCall.of(english).orElseThrow(() -> {
            String known = Arrays.stream(TerminalCall.values())
                    .map(TerminalCall::english)
                    .collect(Collectors.joining(", "));
            return refused("settings.members.unknown", english, known);
        });
    }

    private static BridgeException refused(String key, Object... arguments) {
        return ComTexts.error(Category.INVALID_REQUEST, key, arguments).at(KEY);
    }

    private void put(TerminalCall call, String signature) {
        int open = signature.indexOf('(');
        String name = open < 0 ? signature : signature.substring(0, open).strip();
        if (name.isEmpty() || open >= 0 && !signature.endsWith(")")) {
            throw refused("settings.members.form", call.english(), signature, call.signature());
        }
        names.put(call.english(), name);
        if (open >= 0) {
            parameters.put(call, parameters(call, signature.substring(open + 1, signature.length() - 1)));
        }
    }

    private static List<Parameter> parameters(TerminalCall call, String written) {
        List<Parameter> parameters = new ArrayList<>();
        Set<Argument> missing = EnumSet.noneOf(Argument.class);
        call.parameters().forEach(parameter -> missing.add(parameter.argument()));
        for (String one : written.isBlank() ? new String[0] : written.split(",", -1)) {
            Parameter parameter = Parameter.of(one.strip())
                    .filter(found -> missing.remove(found.argument()))
                    .orElseThrow(
                            () -> refused("settings.members.argument", call.english(), one.strip(), call.signature()));
            parameters.add(parameter);
        }
        missing.stream().filter(Argument::isNeeded).findFirst().ifPresent(argument -> {
            throw refused("settings.members.missing", call.english(), argument.word());
        });
        return List.copyOf(parameters);
    }

    /** The actual names that the configuration gives, by {@link TerminalCall#english}. */
    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    /** As a member is called. */
    String signature(TerminalCall call) {
        List<Parameter> own = parameters(call);
        String name = names.get(call.english());
        return name == null ? call.signature() : name + TerminalCall.written(own);
    }

    /** Those that the configuration has another form of than the table, each as it is called. */
    public List<String> changed() {
        return Arrays.stream(TerminalCall.values())
                .filter(call -> !signature(call).equals(call.signature()))
                .map(call -> call.english() + ": " + signature(call))
                .toList();
    }

    List<Parameter> parameters(TerminalCall call) {
        return parameters.getOrDefault(call, call.parameters());
    }
}
