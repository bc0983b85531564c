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

    /** Where the component logs; told by a property where that is not the folder of its Windows. */
    public static Path logs() {
        String told = System.getProperty("lab.component.logs");
        Path folder = told == null ? Path.of(System.getenv("ProgramData"), "Cleverence", "Logs") : Path.of(told);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no folder " + folder + "; name it by -Dlab.component.logs");
        }
        return folder;
    }

    /** The base that the lab has; told by a property, or by the variable that the lab's scripts set. */
    public static String base() {
        String told = System.getProperty("lab.component.base", System.getenv("BASE_ID"));
        if (told == null) {
            throw new IllegalStateException("no base; name it by -Dlab.component.base");
        }
        return told;
    }

    /** A folder that the component and this JVM both reach, as the component is told it; empty where any will do. */
    public static Optional<String> exchange() {
        return Optional.ofNullable(System.getProperty("lab.component.exchange"));
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
