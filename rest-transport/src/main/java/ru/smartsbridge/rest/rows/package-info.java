/** Answers read as they come, an entity at a time. */
package ru.smartsbridge.rest.rows;
