package ru.smartsbridge.com.jacob;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import ru.smartsbridge.com.automation.Automation;

/** Runs each test on a fresh thread that is a COM apartment. */
public final class OnApartment implements InvocationInterceptor {
    private static final NativeLibrary LIBRARY =
            NativeLibrary.load(Path.of(System.getProperty("java.io.tmpdir"), "smarts-bridge-dll"), Optional.empty());

    /** The same for tests of other packages, which know nothing of what carries it out. */
    public static Automation component() {
        return automation();
    }

    /** A new way to the component, for use on the thread of the test. */
    public static JacobAutomation automation() {
        return automation(Map.of());
    }

    static JacobAutomation automation(Map<String, String> members) {
        return new JacobAutomation(LIBRARY, members);
    }

    /** JACOB's native half, unpacked where no test wants to remove it: Windows holds a library that is in use. */
    public static NativeLibrary library() {
        return LIBRARY;
    }

    /** Where the component logs: {@code COMPONENT_LOGS}, or the folder of its Windows. */
    public static Path logs() {
        Path folder = Optional.ofNullable(System.getenv("COMPONENT_LOGS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getenv("ProgramData"), "Cleverence", "Logs"));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no folder " + folder + "; name it in COMPONENT_LOGS");
        }
        return folder;
    }

    /** The base that the lab has: {@code BASE_ID}. */
    public static String base() {
        String told = System.getenv("BASE_ID");
        if (told == null) {
            throw new IllegalStateException("no base; name it in BASE_ID");
        }
        return told;
    }

    /** A folder that the component and this JVM both reach, as the component is told it; empty where any will do. */
    public static Optional<String> exchange() {
        return Optional.ofNullable(System.getenv("EXCHANGE"));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        SingleThreaded threading = new SingleThreaded(LIBRARY);
        FutureTask<Throwable> run = new FutureTask<>(() -> {
            threading.enter();
            try {
                test.proceed();
                return null;
            } catch (Throwable failure) {
                return failure;
            } finally {
                threading.leave();
            }
        });
        Thread thread = new Thread(run, "apartment of " + extension.getDisplayName());
        thread.start();
        Throwable failure = run.get();
        if (failure != null) {
            throw failure;
        }
    }
}
