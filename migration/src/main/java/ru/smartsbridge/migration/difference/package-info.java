/** What a difference is, and how two entities are compared; knows neither rules nor reports. */
package ru.smartsbridge.migration.difference;
