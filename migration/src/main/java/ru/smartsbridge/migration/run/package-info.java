/** Runs a comparison: set after set, stream beside stream, within bounds of time and memory. */
package ru.smartsbridge.migration.run;
