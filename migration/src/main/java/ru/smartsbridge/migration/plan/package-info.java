/** What is to be compared, and how thoroughly. */
package ru.smartsbridge.migration.plan;
