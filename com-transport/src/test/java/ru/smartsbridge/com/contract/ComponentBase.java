package ru.smartsbridge.com.contract;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.Equipment;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.ComProvider;
import ru.smartsbridge.com.jacob.NativeLibrary;
import ru.smartsbridge.com.lab.Oracle;
import ru.smartsbridge.com.lab.SeededUsers;

/**
 * The component that this Windows JVM was given, as the contract wants to have it.
 *
 * <p>{@code BASE_ID} is what is connected to; {@code EXCHANGE} and {@code COMPONENT_LOGS} are folders as the component
 * knows them.
 */
record ComponentBase(Transport transport, Way way, Map<Equipment, String> lacks) implements ContractBase {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    static {
        // from a folder that stays: Windows deletes no DLL that is loaded, and a test's own folder has to go
        NativeLibrary.load(Path.of(System.getProperty("java.io.tmpdir"), "smarts-bridge-dll"), Optional.empty());
    }

    /** Opens it, with {@code com.crossing} as given. */
    static ComponentBase open(Path state, String crossing) {
        return open(state, crossing, Map.of());
    }

    /** The same with some keys set besides. */
    static ComponentBase open(Path state, String crossing, Map<String, Object> more) {
        Map<String, Object> com = new LinkedHashMap<>();
        com.put("connection", System.getenv("BASE_ID"));
        com.put("isolation", "none");
        com.put("crossing", crossing);
        com.putAll(more);
        Optional.ofNullable(System.getenv("EXCHANGE")).ifPresent(folder -> com.put("exchange", folder));
        Optional.ofNullable(System.getenv("COMPONENT_LOGS"))
                .map(Path::of)
                .ifPresent(folder -> com.put("log", folder.toAbsolutePath()));
        Transport transport = new ComProvider().open(new BaseSettings("contract", ZONE, state, com));
        return new ComponentBase(transport, crossing.equals("auto") ? Way.XML : Way.PROPERTIES, lacking());
    }

    /** Opens the same base behind TerminalConnector, which is told these fields of products and no table. */
    static Transport terminal(Path state, String productFields) {
        Map<String, Object> com = new LinkedHashMap<>();
        com.put("connection", System.getenv("BASE_ID"));
        com.put("isolation", "none");
        com.put("component", "terminal");
        com.put("product-fields", productFields);
        return new ComProvider().open(new BaseSettings("terminal", ZONE, state, com));
    }

    /** The vendor's writer of products cuts a pair in two where its buffer ends, and the End fails [run]. */
    @Override
    public boolean takesManyPairs() {
        return false;
    }

    private static Map<Equipment, String> lacking() {
        return System.getenv("VENDOR_HOST_PORT") == null ? Map.of() : Oracle.LACKS;
    }

    @Override
    public Fidelity fidelity() {
        return ComFidelity.ENTRIES;
    }

    @Override
    public List<Properties> users() {
        return SeededUsers.ENTERED;
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }
}
