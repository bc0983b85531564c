package ru.smartsbridge.bench;

import java.io.IOException;

/**
 * What the generator can do: without this nobody knows whether a figure is the proxy's or the generator's.
 *
 * @param perSecond requests it sends and reads where nothing holds it up but the cheapest backend
 * @param ownMicros its own processor time for each
 */
record Ceiling(double perSecond, double ownMicros) {

    static Ceiling measured(Target cheapest, int requests, int connections) throws IOException, InterruptedException {
        long self = ProcessHandle.current().pid();
        Load load = Load.asFastAsPossible(requests, connections);
        try (Generator generator = Generator.connected(cheapest, load)) {
            long begin = System.nanoTime();
            ProcessorTime before = ProcessorTime.of(self);
            Tally tally = generator.run();
            ProcessorTime after = ProcessorTime.of(self);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Ceiling(tally.answers() / seconds, after.since(before) / 1e3 / tally.answers());
        }
    }
}
