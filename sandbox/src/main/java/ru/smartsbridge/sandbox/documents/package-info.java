/** Writing of documents and other entities: what the base adds to what it is sent, and what it computes of them. */
package ru.smartsbridge.sandbox.documents;
