/** What the component's environment says of a base, as metadata, names and fields. */
package ru.smartsbridge.com.schema;
