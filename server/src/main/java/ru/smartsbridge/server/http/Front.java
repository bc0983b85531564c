package ru.smartsbridge.server.http;

import org.eclipse.jetty.server.Request;

/** Whom requests come from, and what of them is believed. Thread-safe. */
@FunctionalInterface
interface Front {
    /**
     * What is known of a request before anybody looks at what it asks for.
     *
     * @throws ru.smartsbridge.api.error.BridgeException where it may not come in at all
     */
    RequestFacts facts(Request request);
}
