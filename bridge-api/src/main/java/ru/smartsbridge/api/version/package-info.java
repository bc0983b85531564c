/** Which product and version a base is, and what follows from it. */
package ru.smartsbridge.api.version;
