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
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.ComProvider;
import ru.smartsbridge.com.jacob.NativeLibrary;

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
        Map<String, Object> com = new LinkedHashMap<>();
        com.put("connection", System.getenv("BASE_ID"));
        com.put("isolation", "none");
        com.put("crossing", crossing);
        Optional.ofNullable(System.getenv("EXCHANGE")).ifPresent(folder -> com.put("exchange", folder));
        Optional.ofNullable(System.getenv("COMPONENT_LOGS"))
                .map(Path::of)
                .ifPresent(folder -> com.put("log", folder.toAbsolutePath()));
        Transport transport = new ComProvider().open(new BaseSettings("contract", ZONE, state, com));
        return new ComponentBase(transport, crossing.equals("auto") ? Way.XML : Way.PROPERTIES, lacking());
    }

    /** The vendor's writer of products cuts a pair in two where its buffer ends, and the End fails [run]. */
    @Override
    public boolean takesManyPairs() {
        return false;
    }

    /** A base in folder mode has no server to know its devices, and the oracle's no application either [run]. */
    private static Map<Equipment, String> lacking() {
        return System.getenv("VENDOR_HOST_PORT") == null
                ? Map.of()
                : Map.of(
                        Equipment.VERSION, "it has no description of its application",
                        Equipment.DEVICES, "GetDevices asks for a licence");
    }

    @Override
    public Fidelity fidelity() {
        return ComFidelity.ENTRIES;
    }

    /** One of the lab's seed, as somebody would have entered him; what his password was nobody knows any more. */
    @Override
    public List<Properties> users() {
        return List.of(Properties.builder()
                .put("id", "user-1")
                .put("name", "Иванов Пётр")
                .put("password", "1111")
                .put("groupId", "operators")
                .put("warehouseIds", List.of(Value.text("1")))
                .build());
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }
}
