/** What lets a difference pass: conventions of our own, what COM cannot carry, and the rules of whoever compares. */
package ru.smartsbridge.migration.rule;
