/** The one family of errors, from a transport to the client, and texts in the reader's language. */
package ru.smartsbridge.api.error;
