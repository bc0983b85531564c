/** The bridge as its clients meet it: over a socket. */
package ru.smartsbridge.server.bridge;
