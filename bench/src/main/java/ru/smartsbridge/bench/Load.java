package ru.smartsbridge.bench;

/**
 * How much is asked in one go.
 *
 * @param perSecond requests in a second; infinite where each follows the answer before it
 * @param requests in all
 * @param connections on which they go, one thread each
 */
record Load(double perSecond, int requests, int connections) {

    static Load atRate(double perSecond, int requests, int connections) {
        return new Load(perSecond, requests, connections);
    }

    /** As fast as the connections carry it: for warming up and for finding a ceiling, never for latencies. */
    static Load asFastAsPossible(int requests, int connections) {
        return new Load(Double.POSITIVE_INFINITY, requests, connections);
    }

    /** When request {@code number} is due, in nanoseconds after the first. */
    long due(int number) {
        return (long) (number * (1e9 / perSecond));
    }
}
