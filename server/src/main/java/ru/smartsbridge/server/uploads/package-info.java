/** Uploads between Begin and End: who holds which target, until when, and what a crash leaves behind (design seam 5). */
package ru.smartsbridge.server.uploads;
