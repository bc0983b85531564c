/** A base in memory behind the connector's seam, for tests of what is built on a session. */
package ru.smartsbridge.com.fake;
