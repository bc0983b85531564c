package ru.smartsbridge.com.jacob;

import com.jacob.com.ComThread;
import java.util.Objects;
import ru.smartsbridge.com.apartment.Threading;

/**
 * Makes a thread a COM apartment of its own (STA), and ends it.
 *
 * <p>Leaving releases every object of the thread that is still held. Entering and leaving of all threads take turns by
 * one lock of JACOB's: one that hangs holds the others up. An object is made on a thread that has entered or not at all:
 * JACOB makes no apartment of its own accord, since its table of objects is out of use ({@link NativeLibrary}).
 */
public final class SingleThreaded implements Threading {
    /**
     * @param library the native library that this goes through; asked for as proof that it was loaded
     */
    public SingleThreaded(NativeLibrary library) {
        Objects.requireNonNull(library);
    }

    @Override
    public void enter() {
        ComThread.InitSTA();
    }

    @Override
    public void leave() {
        LivingObjects.closeAll();
        ComThread.Release();
    }
}
