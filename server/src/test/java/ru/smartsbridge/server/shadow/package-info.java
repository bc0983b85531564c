/** Reads of one base, repeated at another. */
package ru.smartsbridge.server.shadow;
