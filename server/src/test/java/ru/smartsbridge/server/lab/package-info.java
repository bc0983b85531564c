/** The packaged bridge in the Windows JVM, in front of a base behind COM, as its clients on this side see it. */
package ru.smartsbridge.server.lab;
