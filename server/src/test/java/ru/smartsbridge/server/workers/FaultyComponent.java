package ru.smartsbridge.server.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.apartment.Threading;

/**
 * A transport of the kind {@code com} for a machine without COM: the sandbox's demo base behind the COM transport's own
 * apartment, with faults from the file {@code fault} in the folder that {@code connection} names: {@code METHOD hang},
 * {@code METHOD exit} or {@code METHOD delay MILLIS}; each is done once, and the file {@code met} says so.
 */
final class FaultyComponent implements TransportProvider {
    @Override
    public String kind() {
        return "com";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("connection"),
                Setting.word("isolation", "process", "none"),
                Setting.path("java"),
                Setting.flag("spare"),
                Setting.duration("timeout"),
                Setting.duration("end-timeout"));
    }

    @Override
    public Transport open(BaseSettings settings) {
        TransportProvider sandbox = ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals("sandbox"))
                .findFirst()
                .orElseThrow();
        Transport base = sandbox.open(
                new BaseSettings(settings.name(), settings.zone(), settings.state(), Map.of("store", "memory")));
        return new Behind(base, Path.of(settings.text("connection").orElseThrow()), settings).transport();
    }

    private static final class Behind {
        private final Transport base;
        private final Path folder;
        private final Duration timeout;
        private final SingleThreadApartment<Transport> apartment;

        Behind(Transport base, Path folder, BaseSettings settings) {
            this.base = base;
            this.folder = folder;
            this.timeout = settings.duration("timeout", Duration.ofSeconds(20));
            ApartmentSettings usual = ApartmentSettings.of(settings.name());
            this.apartment = new SingleThreadApartment<>(
                    new ApartmentSettings(
                            settings.name(),
                            usual.queueBound(),
                            usual.longestWait(),
                            usual.recycleCalls(),
                            usual.recycleAge(),
                            usual.settling(),
                            1),
                    new Threading() {
                        @Override
                        public void enter() {}

                        @Override
                        public void leave() {}
                    },
                    new Sessions<>() {
                        @Override
                        public Transport open() {
                            return base;
                        }

                        @Override
                        public void close(Transport session) {}
                    });
        }

        Transport transport() {
            return (Transport) Proxy.newProxyInstance(
                    Transport.class.getClassLoader(), new Class<?>[] {Transport.class}, this::invoke);
        }

        private Object invoke(Object proxy, Method method, Object[] arguments) {
            Call call = arguments == null
                    ? null
                    : (Call) Arrays.stream(arguments)
                            .filter(Call.class::isInstance)
                            .findFirst()
                            .orElse(null);
            if (method.getName().equals("trouble")) {
                return apartment.abandoned() == 0
                        ? Optional.empty()
                        : Optional.of(Text.verbatim("a call did not come back"));
            }
            if (call == null || method.getName().startsWith("schema")) {
                return invoked(method, arguments);
            }
            return apartment.call(method.getName(), timeout, call.watch(), session -> {
                misbehave(method.getName());
                Object result = invoked(method, arguments);
                return result instanceof Rows<?> rows ? gathered(rows) : result;
            });
        }

        private static <T> Rows<T> gathered(Rows<T> rows) {
            try (rows) {
                List<T> all = new ArrayList<>();
                rows.forEachRemaining(all::add);
                return Rows.closing(all.iterator(), rows.count(), () -> {});
            }
        }

        private Object invoked(Method method, Object[] arguments) {
            try {
                return method.invoke(base, arguments);
            } catch (InvocationTargetException thrown) {
                throw (RuntimeException) thrown.getCause();
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void misbehave(String method) {
            Path fault = folder.resolve("fault");
            try {
                if (!Files.exists(fault)) {
                    return;
                }
                String[] words = Files.readString(fault).strip().split(" ");
                if (!words[0].equals(method)) {
                    return;
                }
                Files.delete(fault);
                Files.writeString(folder.resolve("met"), words[1]);
                switch (words[1]) {
                    case "exit" -> Runtime.getRuntime().halt(77);
                    case "hang" -> await(Duration.ofHours(1));
                    default -> await(Duration.ofMillis(Long.parseLong(words[2])));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As native code does it: nobody can interrupt it. */
        private static void await(Duration time) {
            long until = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
                Thread.interrupted();
            }
        }
    }
}
