package ru.smartsbridge.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What the generator can do: without this nobody knows whether a figure is the proxy's or the generator's.
 *
 * @param perSecond requests it sends and reads where nothing holds it up but the cheapest backend
 * @param ownMicros its own processor time for each
 */
record Ceiling(double perSecond, double ownMicros) {

    static Ceiling measured(Target cheapest, int requests, int connections) throws IOException, InterruptedException {
        Load load = Load.asFastAsPossible(requests, connections);
        try (Generator generator = Generator.connected(cheapest, load)) {
            long begin = System.nanoTime();
            long before = ownProcessorTime();
            Tally tally = generator.run();
            long taken = ownProcessorTime() - before;
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Ceiling(tally.answers() / seconds, taken / 1e3 / tally.answers());
        }
    }

    /** Of this whole process in nanoseconds, with threads that have ended. */
    private static long ownProcessorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
