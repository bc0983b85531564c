package ru.smartsbridge.rest.http;

/**
 * A request to the server, apart from who asks.
 *
 * @param method in upper case
 * @param target path and query as they go over the wire
 * @param accept the wanted form of the answer
 * @param end whether it is an End action, which takes minutes on a real server
 */
public record Ask(String method, String target, String accept, Body body, boolean end) {
    private static final String JSON = "application/json";

    /** Reads JSON. */
    public static Ask get(String target) {
        return new Ask("GET", target, JSON, Body.NONE, false);
    }

    /** Writes. */
    public static Ask write(String method, String target, Body body) {
        return new Ask(method, target, JSON, body, false);
    }

    /** Whether it can change anything at the server. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** Whether its body can be sent once more. */
    public boolean repeatable() {
        return !(body instanceof Body.Streamed);
    }

    /** The same at another address of the same server. */
    public Ask at(String newTarget) {
        return new Ask(method, newTarget, accept, body, end);
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
