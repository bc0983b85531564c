package ru.smartsbridge.com.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Reference;
import ru.smartsbridge.com.automation.ScriptedObject;

/**
 * A TerminalConnector in memory, in the manner of a driver: it answers true, or false with a reason that it keeps until
 * it is asked. A test says which member fails, and how.
 */
public final class FakeTerminal {
    /** Every call in its order. */
    public final List<String> calls = new ArrayList<>();

    /** What the uploads brought, each as what it was begun with and its rows. */
    public final List<Uploaded> uploads = new ArrayList<>();

    /** What a member does in place of its own. */
    public final Map<String, Function<Object[], Object>> instead = new LinkedHashMap<>();

    private final List<ScriptedObject> made = new ArrayList<>();
    private String error = "";
    private int connections;
    private String device;

    /**
     * One upload.
     *
     * @param table null for products
     * @param ended whether its End came
     */
    public record Uploaded(
            String table, List<?> columns, boolean overwrite, Boolean fullText, List<List<?>> rows, boolean[] ended) {}

    /** Has a member answer false and say why when asked. */
    public void fails(String member, String reason) {
        instead.put(member, arguments -> {
            error = reason;
            return false;
        });
    }

    /** Has a member be refused. */
    public void refuses(String member, int hresult) {
        instead.put(member, arguments -> {
            error = "причина " + member;
            throw new ComFailure(member, hresult, null, null);
        });
    }

    /** Gives the component under its own ProgID. */
    public Automation automation() {
        return progId -> {
            calls.add("new " + progId);
            ScriptedObject terminal = new ScriptedObject(calls);
            on(terminal, "Open", this::open);
            on(terminal, "Close", this::close);
            on(terminal, "GetVersion", arguments -> "2.6.0.1");
            on(terminal, "GetLastError", this::lastError);
            on(
                    terminal,
                    "BeginUploadProducts",
                    arguments -> begin(null, (List<?>) arguments[0], (Boolean) arguments[1], (Boolean) arguments[2]));
            on(
                    terminal,
                    "BeginUploadTable",
                    arguments -> begin((String) arguments[1], (List<?>) arguments[0], (Boolean) arguments[2], null));
            on(terminal, "AddProductToUpload", arguments -> last().rows().add((List<?>) arguments[0]));
            on(terminal, "AddRowToUploadTable", arguments -> last().rows().add((List<?>) arguments[0]));
            on(terminal, "EndUploadProducts", arguments -> last().ended()[0] = true);
            on(terminal, "EndUploadTable", arguments -> last().ended()[0] = true);
            made.add(terminal);
            return terminal;
        };
    }

    private void on(ScriptedObject terminal, String member, Function<Object[], Object> own) {
        terminal.on(member, arguments -> instead.getOrDefault(member, own).apply(arguments));
    }

    private Object open(Object[] arguments) {
        device = "MS-" + ++connections;
        if (arguments.length > 1 && arguments[1] instanceof Reference place) {
            place.put(device);
        }
        return true;
    }

    private Object close(Object[] arguments) {
        if (!arguments[0].equals(device)) {
            error = "Устройство не подключено";
            return false;
        }
        device = null;
        return true;
    }

    private Object lastError(Object[] arguments) {
        if (arguments.length == 0) {
            return error;
        }
        ((Reference) arguments[0]).put(error);
        return 1;
    }

    private Object begin(String table, List<?> columns, Boolean overwrite, Boolean fullText) {
        uploads.add(new Uploaded(table, columns, overwrite, fullText, new ArrayList<>(), new boolean[1]));
        return true;
    }

    /** The upload that was begun last. */
    public Uploaded last() {
        return uploads.get(uploads.size() - 1);
    }

    /** Whether a connection is open. */
    public boolean isConnected() {
        return device != null;
    }

    /** How many of the objects that were made nobody has let go of. */
    public long open() {
        return made.stream().filter(object -> !object.isClosed()).count();
    }
}
