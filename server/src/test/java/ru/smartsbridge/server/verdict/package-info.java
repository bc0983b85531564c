/** Verdicts that are kept. */
package ru.smartsbridge.server.verdict;
