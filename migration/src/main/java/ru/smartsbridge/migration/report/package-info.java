/** What a comparison found, and how that is written for people and for programs. */
package ru.smartsbridge.migration.report;
