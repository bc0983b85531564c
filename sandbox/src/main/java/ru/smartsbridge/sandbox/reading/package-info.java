/** Answers to queries: filtered, paged, expanded and projected as they stream out of a snapshot. */
package ru.smartsbridge.sandbox.reading;
