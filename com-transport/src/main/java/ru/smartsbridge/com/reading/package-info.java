/** Reads: which objects of the component answer which set, streamed from its files. */
package ru.smartsbridge.com.reading;
