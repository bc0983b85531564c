/** The words of a comparison: its own texts, and the names that the base itself has for sets and fields. */
package ru.smartsbridge.migration.words;
