package ru.smartsbridge.com;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.jacob.NativeLibrary;
import ru.smartsbridge.com.text.ComTexts;

/** What this process and its machine have for the component: system, JVM, DLL, registration, connection string, account. */
final class MachineRemarks {
    private static final String ID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    /** The forms that the component is seen or documented to take [run][doc]. */
    private static final Pattern FORM = Pattern.compile("((http://)?[^/:\\s]+:\\d{1,5}/)?" + ID);

    private static final String TERMINAL = "Cleverence.Warehouse.TerminalConnector";

    private final ComSettings settings;
    private final Supplier<NativeLibrary> library;
    private final List<Remark> remarks = new ArrayList<>();

    private MachineRemarks(ComSettings settings, Supplier<NativeLibrary> library) {
        this.settings = settings;
        this.library = library;
    }

    /** @param library loads JACOB's native half, or says why that cannot be done */
    static List<Remark> of(ComSettings settings, Supplier<NativeLibrary> library) {
        MachineRemarks machine = new MachineRemarks(settings, library);
        machine.system();
        machine.jvm();
        machine.library();
        machine.connection();
        machine.account();
        return machine.remarks;
    }

    private void remark(boolean concern, String key, Object... arguments) {
        remarks.add(new Remark(concern, ComTexts.text(key, arguments)));
    }

    private void system() {
        String name = System.getProperty("os.name");
        boolean windows = name.toLowerCase(Locale.ROOT).startsWith("windows");
        remark(!windows, windows ? "machine.windows" : "jacob.windows", name);
    }

    private void jvm() {
        remark(
                false,
                "machine.jvm",
                System.getProperty("java.version"),
                System.getProperty("sun.arch.data.model", "?"),
                System.getProperty("java.home"));
    }

    private void library() {
        NativeLibrary loaded;
        try {
            loaded = library.get();
        } catch (BridgeException unusable) {
            remarks.add(new Remark(true, unusable.text()));
            return;
        }
        remark(false, settings.dll().isPresent() ? "machine.dll.own" : "machine.dll", loaded.file(), loaded.sha256());
        String progId = settings.terminal().isPresent() ? TERMINAL : StorageConnector.PROG_ID;
        Optional<String> server = loaded.registered(progId);
        String bits = System.getProperty("sun.arch.data.model", "?");
        server.ifPresentOrElse(
                at -> remark(false, "machine.registered", progId, bits, at),
                () -> remark(true, "machine.registered.not", progId, bits));
    }

    private void connection() {
        String connection = settings.connection().connection();
        boolean known = FORM.matcher(connection).matches();
        remark(!known, known ? "machine.connection" : "machine.connection.form", connection);
    }

    private void account() {
        remark(false, "machine.account", System.getProperty("user.name"));
    }
}
