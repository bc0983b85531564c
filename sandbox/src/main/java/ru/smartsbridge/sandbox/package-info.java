/** A Mobile SMARTS base of our own behind the {@link ru.smartsbridge.api.Transport}: a demo base, or what was recorded of a real one. */
package ru.smartsbridge.sandbox;
