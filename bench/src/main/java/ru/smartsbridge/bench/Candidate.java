package ru.smartsbridge.bench;

import java.net.URI;

/**
 * One way to the same answer.
 *
 * @param scenario what is asked for, of which backend; candidates of one scenario are compared
 * @param name {@code direct}, {@code nginx} or how the bridge is set
 * @param pid the process whose processor time counts, its children with it: the proxy's, or with {@code direct} the
 *     backend's own
 * @param perSecond requests in a second, the same for all of a scenario
 * @param warmUp requests before anything is measured, the same for all of a scenario
 */
record Candidate(String scenario, String name, URI uri, long pid, double perSecond, int warmUp) {
    /** What the others are compared with. */
    static final String YARDSTICK = "nginx";

    /** Reads a line of six fields with tabs between them, in the order of the components. */
    static Candidate parse(String line) {
        String[] fields = line.split("\t");
        if (fields.length != 6) {
            throw new IllegalArgumentException("six fields with tabs between them are expected: " + line);
        }
        return new Candidate(
                fields[0],
                fields[1],
                URI.create(fields[2]),
                Long.parseLong(fields[3]),
                Double.parseDouble(fields[4]),
                Integer.parseInt(fields[5]));
    }
}
