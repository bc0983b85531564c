/** Writes of documents: each whole or not at all, and none that a device has in hand. */
package ru.smartsbridge.com.documents;
