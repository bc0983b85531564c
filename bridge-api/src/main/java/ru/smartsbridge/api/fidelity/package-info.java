/** What a way to a base carries to the letter and what it does not, as data that tests, comparisons and the docs share. */
package ru.smartsbridge.api.fidelity;
