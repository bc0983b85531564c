package ru.smartsbridge.com.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An object in memory that does what a test tells it, with the component's manners: names ignore case, no text in errors. */
public final class ScriptedObject implements AutomationObject {
    /** What the component answers when it threw [run]. */
    public static final int THROWN = 0x80131604;

    private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Function<Object[], Object>> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> calls;
    private int closed;

    public ScriptedObject() {
        this(new ArrayList<>());
    }

    /** @param calls where its calls are noted */
    public ScriptedObject(List<String> calls) {
        this.calls = calls;
    }

    /** Has a property. */
    public ScriptedObject with(String property, Object value) {
        values.put(property, value);
        return this;
    }

    /** Has a method. */
    public ScriptedObject on(String method, Function<Object[], Object> answer) {
        methods.put(method, answer);
        return this;
    }

    /** Fails when the member is called or read. */
    public ScriptedObject failing(String member, int hresult) {
        return on(member, arguments -> {
            throw new ComFailure(member, hresult, null, null);
        });
    }

    /** A collection of these, made anew whenever one is asked for. */
    public static ScriptedObject collection(List<? extends AutomationObject> items) {
        return new ScriptedObject()
                .on("Count", arguments -> items.size())
                .on("Item", arguments -> items.get((Integer) arguments[0]))
                .on("Add", arguments -> 0);
    }

    @Override
    public Object get(Member member) {
        calls.add("get " + member.name());
        if (methods.containsKey(member.name())) {
            return methods.get(member.name()).apply(new Object[0]);
        }
        return values.get(member.name());
    }

    @Override
    public void put(Member member, Object value) {
        calls.add("put " + member.name());
        values.put(member.name(), value);
    }

    @Override
    public Object call(Member member, Object... arguments) {
        calls.add(member.name());
        if (methods.containsKey(member.name())) {
            return methods.get(member.name()).apply(arguments);
        }
        if (arguments.length == 0 && values.containsKey(member.name())) {
            return values.get(member.name());
        }
        throw new ComFailure(member.name(), 0x80004005, null, null);
    }

    @Override
    public void close() {
        closed++;
    }

    public boolean isClosed() {
        return closed > 0;
    }
}
