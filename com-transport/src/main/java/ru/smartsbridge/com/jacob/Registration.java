package ru.smartsbridge.com.jacob;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import java.util.Optional;

/** What Windows' registry says of a component, to JVMs of this one's bitness. */
final class Registration {
    private static final WinReg.HKEY CLASSES = WinReg.HKEY_CLASSES_ROOT;

    private Registration() {}

    /** The file or server behind a ProgID; empty where it is not registered for this bitness. */
    static Optional<String> of(String progId) {
        return value(progId + "\\CLSID")
                .flatMap(id ->
                        value("CLSID\\" + id + "\\InprocServer32").or(() -> value("CLSID\\" + id + "\\LocalServer32")));
    }

    private static Optional<String> value(String key) {
        try {
            return Optional.of(Advapi32Util.registryGetStringValue(CLASSES, key, ""));
        } catch (Win32Exception missing) {
            return Optional.empty();
        }
    }
}
