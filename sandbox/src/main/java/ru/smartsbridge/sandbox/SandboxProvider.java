package ru.smartsbridge.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.demo.DemoBase;
import ru.smartsbridge.sandbox.error.SandboxTexts;
import ru.smartsbridge.sandbox.recording.Recording;
import ru.smartsbridge.sandbox.store.Keys;
import ru.smartsbridge.sandbox.store.Store;

/**
 * Opens a sandbox: {@code data}, a folder with recorded REST answers, or else the demo base of {@code products}
 * products that {@code seed} makes; {@code store} is {@code disk} or {@code memory}.
 *
 * <p>The base is made anew at each start: what clients wrote into it before is gone.
 */
public final class SandboxProvider implements TransportProvider {
    static final String FILE = "sandbox.mv";

    private static final long DEFAULT_SEED = 15;
    private static final long DEFAULT_PRODUCTS = 300;
    private static final long MOST_PRODUCTS = 1_000_000;

    private final Clock clock;

    public SandboxProvider() {
        this(Clock.systemUTC());
    }

    /** With a clock of one's own. */
    public SandboxProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "sandbox";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.path("data"), Setting.number("seed"), Setting.number("products"), Setting.text("store"));
    }

    @Override
    public Transport open(BaseSettings settings) {
        long products = settings.number("products", DEFAULT_PRODUCTS);
        if (products < 0 || products > MOST_PRODUCTS) {
            throw SandboxTexts.invalid("setting.products", products, MOST_PRODUCTS)
                    .at("products");
        }
        Function<Function<String, Keys>, Store> store = store(settings);
        Optional<Path> data = settings.path("data");
        if (data.isPresent()) {
            Base base = Recording.open(data.get(), settings.name(), store, clock, settings.zone());
            return new SandboxTransport(base, "sandbox " + data.get());
        }
        long seed = settings.number("seed", DEFAULT_SEED);
        return new SandboxTransport(DemoBase.open(seed, products, store, clock, settings.zone()), "sandbox demo");
    }

    private static Function<Function<String, Keys>, Store> store(BaseSettings settings) {
        String where = settings.text("store").orElse("disk");
        return switch (where) {
            case "disk" -> keys -> Store.onDisk(settings.state().resolve(FILE), keys);
            case "memory" -> Store::inMemory;
            default -> throw SandboxTexts.invalid("setting.store", where).at("store");
        };
    }
}
