/** Repeats reads of a base at a candidate in the background, never to the cost of a client, and compares the answers. */
package ru.smartsbridge.server.shadow;
