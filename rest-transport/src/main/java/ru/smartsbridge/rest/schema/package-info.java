/** The base's schema, read from the server and kept for a while. */
package ru.smartsbridge.rest.schema;
