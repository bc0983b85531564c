/** Comparing two bases from the command line: files of plans and rules, the bases opened, progress, reports. */
package ru.smartsbridge.server.compare;
