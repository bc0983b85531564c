/** The bases that this bridge serves, opened from the configuration and found by the first step of an address. */
package ru.smartsbridge.server.bases;
