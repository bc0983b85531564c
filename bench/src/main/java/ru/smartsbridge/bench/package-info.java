/** Measures what the bridge costs beside a backend asked directly and nginx: load at a fixed rate, processor time, start-up. */
package ru.smartsbridge.bench;
