/** Uploads: what comes between Begin and End lies in a log of its own and becomes visible at End, at once. */
package ru.smartsbridge.sandbox.uploads;
