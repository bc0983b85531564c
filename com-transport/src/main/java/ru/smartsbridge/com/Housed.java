package ru.smartsbridge.com;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.connector.ApartmentComponent;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.connector.Session;
import ru.smartsbridge.com.text.ComTexts;

/**
 * A base's component with the apartment that it lives in.
 *
 * @param surroundings what the machine has for it
 * @param <S> the component's kind of session
 */
record Housed<S extends Session>(
        SingleThreadApartment<S> apartment, Component<S> component, Supplier<List<Remark>> surroundings)
        implements AutoCloseable {
    /** Makes the apartment; nothing is opened before the first call. */
    static <S extends Session> Housed<S> of(BaseSettings given, ComSettings settings, Function<Automation, S> opening) {
        Failures failures = new Failures(settings.connection());
        JacobHouse house = new JacobHouse(given.state(), settings);
        SingleThreadApartment<S> apartment = new SingleThreadApartment<>(
                apartment(given.name(), settings),
                house,
                new BaseSessions<>(() -> opening.apply(house.automation()), failures, settings));
        return new Housed<>(
                apartment,
                new ApartmentComponent<>(apartment, failures, settings.timeout()),
                () -> MachineRemarks.of(settings, house::library));
    }

    private static ApartmentSettings apartment(String name, ComSettings settings) {
        ApartmentSettings usual = ApartmentSettings.of(name);
        return new ApartmentSettings(
                name,
                settings.queue(),
                usual.longestWait(),
                settings.recycleCalls(),
                settings.recycleAge(),
                usual.settling(),
                settings.isolated() ? 1 : usual.mostAbandoned());
    }

    /** Why the base should not be served on though it may answer; empty where it is well. */
    Optional<Text> trouble() {
        int abandoned = apartment.abandoned();
        return abandoned == 0 ? Optional.empty() : Optional.of(ComTexts.text("trouble.abandoned", abandoned));
    }

    @Override
    public void close() {
        apartment.close();
    }
}
