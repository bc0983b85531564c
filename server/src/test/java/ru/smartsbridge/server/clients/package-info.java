/** Clients that nobody wrote for the bridge, against the sandbox and against typed calls over REST. */
package ru.smartsbridge.server.clients;
