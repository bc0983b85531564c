/** What a sandbox base says of itself: its metadata, its names, and its fields, declared or seen. */
package ru.smartsbridge.sandbox.schema;
