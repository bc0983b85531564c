package ru.smartsbridge.com;

import java.nio.file.Path;
import ru.smartsbridge.com.apartment.Threading;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.jacob.JacobAutomation;
import ru.smartsbridge.com.jacob.NativeLibrary;
import ru.smartsbridge.com.jacob.SingleThreaded;

/** JACOB for one base's threads, with its native half loaded at the first of them. */
final class JacobHouse implements Threading {
    private final Path folder;
    private final ComSettings settings;

    /**
     * @param state the base's folder, where the native library is unpacked
     */
    JacobHouse(Path state, ComSettings settings) {
        this.folder = state.resolve("jacob");
        this.settings = settings;
    }

    /** Loads it where that was not done yet. */
    NativeLibrary library() {
        return NativeLibrary.load(folder, settings.dll());
    }

    @Override
    public void enter() {
        new SingleThreaded(library()).enter();
    }

    @Override
    public void leave() {
        new SingleThreaded(library()).leave();
    }

    /** For the thread that has entered. */
    Automation automation() {
        return new JacobAutomation(library(), settings.members());
    }
}
