package ru.smartsbridge.com.lab;

import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import ru.smartsbridge.api.contract.Equipment;

/**
 * The vendor's own component, where {@code com-transport/lab/oracle.sh} has brought it up around this build.
 *
 * <p>It runs on this side of Wine: a file is to be named {@code /a/b} to it, which a Windows program whose drive is Z
 * understands as well.
 *
 * @param port where the component's host listens
 * @param winePrefix the prefix in which it is registered in the stand-in's place
 * @param baseId a base in folder mode
 * @param seed the folder from which the base was made
 */
public record Oracle(String port, Path winePrefix, String baseId, Path seed) {
    /** A base in folder mode has no server to know its devices, and the oracle's no application either [run]. */
    public static final Map<Equipment, String> LACKS = Map.of(
            Equipment.VERSION, "it has no description of its application",
            Equipment.DEVICES, "GetDevices asks for a licence");

    /** The oracle for a test that needs it; without one the test is aborted, with the reason on the console, once. */
    public static Oracle forTests() {
        Map<String, String> around = System.getenv();
        if (!around.containsKey("VENDOR_HOST_PORT")) {
            TestAbortedException leftOut = new TestAbortedException(
                    "Left out: tests on the vendor's own component; com-transport/lab/oracle.sh runs them");
            LabUse.tell(leftOut);
            throw leftOut;
        }
        return new Oracle(
                around.get("VENDOR_HOST_PORT"),
                Path.of(around.get("WINEPREFIX")),
                around.get("BASE_ID"),
                Path.of(around.get("SEED")));
    }

    /** The folder of the component's log. */
    public Path logs() {
        return Path.of("/usr/share/Cleverence/Logs");
    }

    /** The variables with which a Windows program meets the oracle and not the stand-in. */
    public Map<String, String> environment() {
        return Map.of("VENDOR_HOST_PORT", port, "WINEPREFIX", winePrefix.toString(), "BASE_ID", baseId);
    }
}
