/** The whole transport on the stand-in component, inside the Windows JVM: what the stand-in counts, and its faults. */
package ru.smartsbridge.com.standin;
