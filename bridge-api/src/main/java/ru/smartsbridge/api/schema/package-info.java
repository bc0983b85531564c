/** What a base says of itself: its {@code $metadata}, its additional fields and their names, and the check of what is written to it. */
package ru.smartsbridge.api.schema;
