/** What comparisons have said of two ways, kept so that a base goes over only with a fresh "may switch". */
package ru.smartsbridge.server.verdict;
