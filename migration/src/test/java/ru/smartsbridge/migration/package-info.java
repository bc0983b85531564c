/** What the tests of comparisons share. */
package ru.smartsbridge.migration;
