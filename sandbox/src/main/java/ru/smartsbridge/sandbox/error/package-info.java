/** What goes wrong in a sandbox, in the reader's language. */
package ru.smartsbridge.sandbox.error;
