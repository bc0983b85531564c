/** Processes of this program's own that serve one base each: how they are started, watched, restarted and ended. */
package ru.smartsbridge.server.workers;
